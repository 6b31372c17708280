import "server-only";
import { z } from "zod";
import type { Db } from "../db/client";

/** How many papers of one author are looked at. */
const WRITTEN = 5_000;
/** How many organisations a name may stand for. */
const SAME = 20;

/** An organisation or a topic, by its mark in documents. */
const marked = z.object({ mark: z.string(), papers: z.int() });

/** Organisations whose slug is the text, or whose name has it at the beginning of a word. */
export async function findOrganizations(db: Db, text: string) {
	const pattern = `\\m${text.replace(/[^\p{L}\p{N}\s]/gu, ".")}`;
	const rows = await db.$queryRaw`
		SELECT c.lexeme AS mark, c.papers
		FROM organizations o JOIN search_lexemes c ON c.lexeme = '/o' || o.id
		WHERE o.slug = ${text} OR o.name ~* ${pattern} ORDER BY c.papers DESC LIMIT ${SAME}`;
	return marked.array().parse(rows);
}

/** Topics by their slugs. */
export async function findTopics(db: Db, slugs: readonly string[]) {
	const rows = await db.$queryRaw`
		SELECT c.lexeme AS mark, c.papers
		FROM topics t JOIN search_lexemes c ON c.lexeme = '#' || t.id WHERE t.slug = ANY(${[...slugs]}::text[])`;
	return marked.array().parse(rows);
}

/** How many papers have a mark. */
export async function countMark(db: Db, mark: string): Promise<number> {
	const rows = await db.$queryRaw`SELECT lexeme AS mark, papers FROM search_lexemes WHERE lexeme = ${mark}`;
	return marked.array().parse(rows)[0]?.papers ?? 0;
}

/** The papers of an author, as many as anybody has written. */
export async function listPapersBy(db: Db, slug: string): Promise<string[]> {
	const rows = await db.$queryRaw`
		SELECT DISTINCT pa.paper_id AS id FROM authors a JOIN paper_authors pa ON pa.author_id = a.id
		WHERE a.slug = ${slug} LIMIT ${WRITTEN}::int`;
	return z
		.array(z.object({ id: z.string() }))
		.parse(rows)
		.map(({ id }) => id);
}
