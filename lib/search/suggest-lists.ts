import "server-only";
import { z } from "zod";
import type { Db } from "../db/client";
import { Prisma } from "../db/generated/client";
import type { PaperId } from "../papers/ids";
import type { Candidates } from "./plan";
import type { Suggestions } from "./types";

/** Words that begin like the last one: so many are looked at, and the commonest few of them are looked for. */
const ENDINGS_READ = 500;
const ENDINGS = 6;
/** Topics that match, of which the most used are suggested. */
const TOPICS = 100;

/** A mark of documents, and in how many it stands. */
export type Counted = { mark: string; papers: number };

const ending = z.object({ of: z.enum(["title", "name"]), mark: z.string(), papers: z.int() });

/** The commonest words of titles and names that begin so, as the marks of documents that have them. */
export async function listEndings(db: Db, beginning: string): Promise<{ titles: Counted[]; names: Counted[] }> {
	const rows = await db.$queryRaw`
		(SELECT DISTINCT 'title' AS of, t.lexeme AS mark, t.papers
		FROM (
			SELECT lexeme FROM search_words
			WHERE word >= ${beginning} AND word < ${afterAll(beginning)} LIMIT ${ENDINGS_READ}::int
		) s
		JOIN search_lexemes t ON t.lexeme = '=' || s.lexeme AND t.papers > 0
		ORDER BY t.papers DESC LIMIT ${ENDINGS}::int)
		UNION ALL
		(SELECT 'name', lexeme, papers
		FROM (
			SELECT lexeme, papers FROM search_lexemes
			WHERE lexeme >= ${`@${beginning}`} AND lexeme < ${afterAll(`@${beginning}`)} AND papers > 0
			LIMIT ${ENDINGS_READ}::int
		) s
		ORDER BY papers DESC LIMIT ${ENDINGS}::int)`;
	const endings = ending.array().parse(rows);
	return { titles: endings.filter(({ of }) => of === "title"), names: endings.filter(({ of }) => of === "name") };
}

/** What comes after all that begins with the text, byte by byte. */
function afterAll(text: string): string {
	return `${text}\u{10ffff}`;
}

const named = z.array(z.object({ slug: z.string(), name: z.string() }));
const suggestions = z.tuple([
	z.object({
		papers: z.array(z.object({ id: z.string().transform((id) => id as PaperId), title: z.string() })),
		authors: named,
		topics: named,
	}),
]);

/** Where to look, and for what. */
type Sought = {
	/** Papers by their titles, and papers by the names of their authors. */
	titles: Candidates;
	names: Candidates;
	/** The words of authors and topics, folded; the last one may be unfinished. */
	typed: string[];
	limit: number;
};

/** The most upvoted papers, the authors who wrote most of theirs, and the topics that most papers have. */
export async function listSuggestions(db: Db, { titles, names, typed, limit }: Sought): Promise<Suggestions> {
	const rows = await db.$queryRaw`
		WITH found_papers AS (
			SELECT p.id, p.title
			FROM (${documents(titles)}) c CROSS JOIN LATERAL (${SHOWN}) p
			ORDER BY p.upvotes DESC, p.listed_at, p.id LIMIT ${limit}::int
		), found_authors AS (
			SELECT a.slug, a.name
			FROM (${documents(names)}) c CROSS JOIN LATERAL (${SHOWN}) p
			JOIN paper_authors pa
				ON pa.paper_id = p.id AND ' ' || fold_words(pa.name) || ' ' LIKE ALL (${namePatterns(typed)}::text[])
			JOIN authors a ON a.id = pa.author_id
			GROUP BY a.id ORDER BY count(*) DESC, a.name, a.slug LIMIT ${limit}::int
		), found_topics AS (
			SELECT t.slug, t.name
			FROM (
				SELECT id, slug, name FROM topics
				WHERE name ILIKE ${topicPattern(typed)} OR name ILIKE '% ' || ${topicPattern(typed)} LIMIT ${TOPICS}::int
			) t
			JOIN search_lexemes c ON c.lexeme = '#' || t.id AND c.papers > 0
			ORDER BY c.papers DESC, t.slug LIMIT ${limit}::int
		)
		SELECT (SELECT coalesce(json_agg(found_papers), '[]') FROM found_papers) AS papers,
			(SELECT coalesce(json_agg(found_authors), '[]') FROM found_authors) AS authors,
			(SELECT coalesce(json_agg(found_topics), '[]') FROM found_topics) AS topics`;
	const [lists] = suggestions.parse(rows);
	return lists;
}

/** The paper of a document, looked up by its key. */
const SHOWN = Prisma.sql`
	SELECT id, title, upvotes, listed_at FROM papers
	WHERE id = c.paper_id AND edition_date IS NOT NULL AND hidden_at IS NULL OFFSET 0`;

function documents({ query, most }: Candidates): Prisma.Sql {
	return Prisma.sql`SELECT paper_id FROM paper_search WHERE document @@ ${query}::tsquery LIMIT ${most}::int`;
}

/** All of which a name matches that has the words. */
function namePatterns(words: readonly string[]): string[] {
	return words.map((word, index) => (index < words.length - 1 ? `% ${word} %` : `% ${word}%`));
}

/** The words with whatever sign between them. Where the index has no letter to go by, all topics would be looked through. */
function topicPattern(words: readonly string[]): string | null {
	return /^[a-z0-9]/.test(words[0] ?? "") ? `${words.join("_")}%` : null;
}
