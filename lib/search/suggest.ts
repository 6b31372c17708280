import "server-only";
import { z } from "zod";
import type { Db } from "../db/client";
import { Prisma } from "../db/generated/client";
import type { PaperId } from "../papers/ids";
import { withinLimits } from "./limits";
import { lookUp } from "./lookup";
import { type Archive, type Candidates, limit as limitMonths, sharesOf } from "./plan";
import { and, or, quote } from "./tsquery";
import type { Suggestions } from "./types";

/** Characters that are read: more than anybody types before looking. */
const MAX_READ = 80;
/** Words that begin like the last one: so many are looked at, and the commonest few of them are looked for. */
const ENDINGS_READ = 500;
const ENDINGS = 6;
/** Papers of which the most upvoted, and whose authors, are suggested; topics of which the most used are. */
const PAPERS = 60;
const PAPERS_OF_AUTHORS = 20;
const TOPICS = 100;

const NOTHING: Suggestions = { papers: [], authors: [], topics: [] };

const ending = z.object({ of: z.enum(["title", "name"]), mark: z.string(), papers: z.int() });
const named = z.array(z.object({ slug: z.string(), name: z.string() }));
const suggestions = z.tuple([
	z.object({
		papers: z.array(z.object({ id: z.string().transform((id) => id as PaperId), title: z.string() })),
		authors: named,
		topics: named,
	}),
]);

/**
 * What somebody may be about to type: papers by words of their titles, authors by words of their names, topics by words of
 * theirs. The last word may be unfinished.
 *
 * @param limit of each kind at most
 * @throws the database's error, also when a statement takes longer than two seconds
 */
export async function suggest(prefix: string, limit: number): Promise<Suggestions> {
	const text = prefix
		.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, " ")
		.trim()
		.slice(0, MAX_READ)
		.toWellFormed();
	if (!/[\p{L}\p{N}]/u.test(text)) return NOTHING;
	return withinLimits(async (db) => {
		const { found, months } = await lookUp(db, [
			{ kind: "word", text, excluded: false },
			{ kind: "name", text, excluded: false },
		]);
		const archive = { months, allowed: months, papers: months.reduce((sum, month) => sum + month.papers, 0) };
		if (archive.papers === 0) return NOTHING;
		const words = found.filter(({ nr }) => nr === 0);
		const names = found.filter(({ nr }) => nr === 1);
		const last = names.at(-1)?.word ?? "";
		const endings = await listEndings(db, last);
		const finished = words.flatMap(({ word, lexeme, titled }) =>
			word === last || lexeme === null ? [] : [{ mark: `=${lexeme}`, papers: titled }],
		);
		const named = names.slice(0, -1).map(({ lexeme, papers }) => ({ mark: lexeme ?? "", papers }));
		return listSuggestions(db, {
			titles: planEndings(
				finished,
				endings.filter((one) => one.of === "title"),
				archive,
				PAPERS,
			),
			names: planEndings(
				named,
				endings.filter((one) => one.of === "name"),
				archive,
				PAPERS_OF_AUTHORS,
			),
			patterns: names.map(({ word }, index) => (index < names.length - 1 ? `% ${word} %` : `% ${word}%`)),
			topics: topicPattern(names.map(({ word }) => word)),
			limit,
		});
	});
}

/** The commonest words of titles and names that begin so. */
async function listEndings(db: Db, last: string) {
	const rows = await db.$queryRaw`
		(SELECT DISTINCT 'title' AS of, t.lexeme AS mark, t.papers
		FROM (SELECT lexeme FROM search_words WHERE word >= ${last} AND word < ${afterAll(last)} LIMIT ${ENDINGS_READ}::int) s
		JOIN search_lexemes t ON t.lexeme = '=' || s.lexeme AND t.papers > 0
		ORDER BY t.papers DESC LIMIT ${ENDINGS}::int)
		UNION ALL
		(SELECT 'name', lexeme, papers
		FROM (
			SELECT lexeme, papers FROM search_lexemes
			WHERE lexeme >= ${`@${last}`} AND lexeme < ${afterAll(`@${last}`)} AND papers > 0 LIMIT ${ENDINGS_READ}::int
		) s
		ORDER BY papers DESC LIMIT ${ENDINGS}::int)`;
	return ending.array().parse(rows);
}

async function listSuggestions(
	db: Db,
	{
		titles,
		names,
		patterns,
		topics,
		limit,
	}: {
		titles: Candidates;
		names: Candidates;
		/** Of `LIKE`, all of which an author's folded name matches. */
		patterns: string[];
		/** Of `LIKE`, for the beginning of a topic or of a word in it; null for none. */
		topics: string | null;
		limit: number;
	},
): Promise<Suggestions> {
	const rows = await db.$queryRaw`
		WITH found_papers AS (
			SELECT p.id, p.title
			FROM (${documents(titles)}) c CROSS JOIN LATERAL (${SHOWN}) p
			ORDER BY p.upvotes DESC, p.listed_at, p.id LIMIT ${limit}::int
		), found_authors AS (
			SELECT a.slug, a.name
			FROM (${documents(names)}) c CROSS JOIN LATERAL (${SHOWN}) p
			JOIN paper_authors pa ON pa.paper_id = p.id AND ' ' || fold_words(pa.name) || ' ' LIKE ALL (${patterns}::text[])
			JOIN authors a ON a.id = pa.author_id
			GROUP BY a.id ORDER BY count(*) DESC, a.name, a.slug LIMIT ${limit}::int
		), found_topics AS (
			SELECT t.slug, t.name
			FROM (
				SELECT id, slug, name FROM topics
				WHERE name ILIKE ${topics} OR name ILIKE '% ' || ${topics} LIMIT ${TOPICS}::int
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

/** The words with whatever sign between them. Where the index has no letter to go by, all topics would be looked through. */
function topicPattern(words: readonly string[]): string | null {
	return /^[a-z0-9]/.test(words[0] ?? "") ? `${words.join("_")}%` : null;
}

type Counted = { mark: string; papers: number }[];

/** Papers that have all finished words and one of the endings. */
function planEndings(finished: Counted, endings: Counted, archive: Archive, most: number): Candidates {
	const ending = or(endings.map(({ mark }) => quote(mark)));
	if (ending === undefined) return { query: quote("/none"), most };
	const ended = endings.reduce((sum, { papers }) => sum + papers, 0);
	const counts = [...finished.map(({ papers }) => papers), Math.min(ended, archive.papers)];
	const query = and([...finished.map(({ mark }) => quote(mark)), ending]);
	const words = finished.length + endings.length;
	return limitMonths(query, sharesOf(counts, archive), words, most, archive) ?? { query: quote("/none"), most };
}

/** What comes after all that begins with the text, byte by byte. */
function afterAll(text: string): string {
	return `${text}\u{10ffff}`;
}
