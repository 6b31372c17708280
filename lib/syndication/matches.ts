import "server-only";
import { z } from "zod";
import type { Db } from "../db/client";
import type { PaperId } from "../papers/ids";
import { withinLimits } from "../search/limits";
import { searchPapers } from "../search/queries";
import { and, or } from "../search/tsquery";
import type { SearchOrder, SearchQuery } from "../search/types";
import { type Understood, understand } from "../search/understand";

/** Papers to look at, from the newest on, whatever the search thinks worth ranking. */
const WALKED = 3_000;

const idRows = z.array(z.object({ id: z.string().transform((id) => id as PaperId) }));

/**
 * The papers that a search finds, without those that have only most of its words: they would flood whoever follows it. Of words that
 * very many papers have, a search looks mostly at titles; so, where the newest come first, these are gone through one by one.
 *
 * @returns in the order of relevance if that is asked for
 */
export async function listMatches(query: SearchQuery, order: SearchOrder, limit: number): Promise<PaperId[]> {
	const { ids } = await searchPapers(query, { order, limit, offset: 0 });
	return withinLimits(async (db) => {
		const understood = await understand(db, query);
		const all = and(understood.wanted.map(({ alternatives }) => or(alternatives)));
		if (all === undefined) return ids;
		const kept = await keepMatching(db, all, ids);
		return order === "new" ? [...new Set([...kept, ...(await walkFromNewest(db, all, understood, limit))])] : kept;
	});
}

async function keepMatching(db: Db, all: string, ids: PaperId[]): Promise<PaperId[]> {
	const rows = await db.$queryRaw`
		SELECT paper_id AS id FROM paper_search WHERE paper_id = ANY(${ids}::text[]) AND document @@ ${all}::tsquery`;
	const kept = new Set(idRows.parse(rows).map(({ id }) => id));
	return ids.filter((id) => kept.has(id));
}

/** Nothing where an author's name is not known in full: few enough papers have all of its words, so that the search looks at each. */
async function walkFromNewest(db: Db, all: string, { filters, names, query }: Understood, limit: number) {
	if (names.partial.length > 0) return [];
	const { papersBy } = names;
	const rows = await db.$queryRaw`
		SELECT p.id
		FROM (
			SELECT id, listed_at FROM papers
			WHERE hidden_at IS NULL AND upvotes >= ${query.min ?? 0}::int
				AND edition_date BETWEEN ${query.since ?? "-infinity"}::date AND ${query.until ?? "infinity"}::date
				AND (${papersBy}::text[] IS NULL OR id = ANY(${papersBy}::text[]))
			ORDER BY listed_at DESC, id LIMIT ${WALKED}::int
		) p
		CROSS JOIN LATERAL (
			SELECT FROM paper_search
			WHERE paper_id = p.id AND document @@ ${and([all, ...filters.map((filter) => filter.query)])}::tsquery OFFSET 0
		) s
		ORDER BY p.listed_at DESC, p.id LIMIT ${limit}::int`;
	return idRows.parse(rows).map(({ id }) => id);
}
