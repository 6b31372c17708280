import "server-only";
import { z } from "zod";
import type { Db } from "../db/client";
import type { PaperId } from "../papers/ids";
import { withinLimits } from "./limits";
import { markWords } from "./marks";
import type { Hit, SearchQuery } from "./types";
import { understand } from "./understand";

/** More ways to write the words of a query than any needs. */
const MAX_SPELLINGS = 1_000;

const texts = z.array(
	z.object({ id: z.string().transform((id) => id as PaperId), title: z.string(), abstract: z.string() }),
);
const spelled = z.array(z.object({ word: z.string() }));

/**
 * Titles and abstracts of papers that a search found, with the places of its words in them, whichever form they have there.
 *
 * @returns in the order of `ids`, without those that are not shown any more
 */
export async function listHits(query: SearchQuery, ids: readonly PaperId[]): Promise<Hit[]> {
	if (ids.length === 0) return [];
	return withinLimits(async (db) => {
		const spellings = await listSpellings(db, query);
		const rows = await db.$queryRaw`
			SELECT id, title, abstract FROM papers
			WHERE id = ANY(${[...ids]}::text[]) AND edition_date IS NOT NULL AND hidden_at IS NULL
			ORDER BY array_position(${[...ids]}::text[], id)`;
		return texts.parse(rows).map(({ id, title, abstract }) => ({
			id,
			title,
			titleMarks: markWords(title, spellings),
			abstract,
			abstractMarks: markWords(abstract, spellings),
		}));
	});
}

async function listSpellings(db: Db, query: SearchQuery): Promise<ReadonlySet<string>> {
	const { lexemes, words } = await understand(db, query);
	const rows = await db.$queryRaw`
		SELECT word FROM search_words WHERE lexeme = ANY(${lexemes}::text[])
		UNION SELECT word FROM search_compounds WHERE lexeme = ANY(${lexemes}::text[])
		LIMIT ${MAX_SPELLINGS}::int`;
	// A word of one letter or digit has no place among the spellings.
	return new Set([...words, ...spelled.parse(rows).map(({ word }) => word)]);
}
