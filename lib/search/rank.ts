import "server-only";
import { z } from "zod";
import type { Db } from "../db/client";
import { Prisma } from "../db/generated/client";
import type { PaperId } from "../papers/ids";
import type { Names } from "./filters";
import type { Candidates, Wanted } from "./plan";
import { and, or } from "./tsquery";
import type { SearchOrder } from "./types";
import type { Understood } from "./understand";

/** What a word counts for by where it stands: nowhere (D), abstract (C), names and keywords (B), title (A). */
const WEIGHTS = "{0,0.9,1,1}";
/** What it is worth that all words stand in the title. */
const TITLE_BONUS = 1.4;
/** Papers to look at in order for such as match. */
export const MAX_WALKED = 3_000;
/** Papers of which all authors' names are looked at. */
const MAX_NAMED = 200;

const rankedPapers = z.array(z.object({ id: z.string().transform((id) => id as PaperId), all: z.boolean() }));

/** A paper, and whether it has all that is wanted. */
export type RankedPaper = z.infer<typeof rankedPapers>[number];

const ORDERS: Record<SearchOrder, Prisma.Sql> = {
	relevance: Prisma.sql`score DESC, paper_id DESC`,
	top: Prisma.sql`upvotes DESC, listed_at, paper_id`,
	new: Prisma.sql`listed_at DESC, paper_id`,
};
/** The same as the indexes of papers have them. */
const WALKS = { top: Prisma.sql`upvotes DESC, listed_at, id`, new: Prisma.sql`listed_at DESC, id` };

/**
 * Scores candidates and gives them in order, those that have all that is wanted first. The score is BM25's idea with what
 * Postgres has: a word counts by its rarity times its own `ts_rank`, which grows with each further place and never beyond the
 * weight of the best.
 *
 * @param options.onlyAll whether to leave out all others; else those stay that have more than half, or some if none has all
 */
export async function rankCandidates(
	db: Db,
	understood: Understood,
	candidates: Candidates,
	{ order, limit, onlyAll }: { order: SearchOrder; limit: number; onlyAll: boolean },
): Promise<RankedPaper[]> {
	const { wanted, archive, names } = understood;
	const had = wanted.map(({ alternatives }) => Prisma.sql`(document @@ ${or(alternatives)}::tsquery)::int`);
	const leastHad = Prisma.sql`(
		SELECT CASE WHEN max(had) = ${wanted.length}::int THEN ${Math.floor(wanted.length / 2) + 1}::int ELSE 1 END FROM scored
	)`;
	const scores = wanted.map((one) => toScore(one, archive.papers));
	const titled = and(wanted.map(({ title }) => title));
	const bonus = titled === undefined ? Prisma.sql`0` : Prisma.sql`(document @@ ${titled}::tsquery)::int`;
	// Looking papers up before sorting takes as long again, and is needed only where it decides about the order or the first few.
	const early = order !== "relevance" || isNarrow(understood);
	const paper = Prisma.sql`CROSS JOIN LATERAL (
		SELECT upvotes, listed_at FROM papers WHERE id = paper_id AND ${conditions(understood)} OFFSET 0
	) p`;
	const rows = await db.$queryRaw`
		WITH scored AS MATERIALIZED (
			SELECT ${early ? Prisma.sql`upvotes, listed_at,` : Prisma.empty} paper_id, (${sum(had)}) AS had,
				(${sum(scores)}) * ${TITLE_BONUS}::real ^ ${bonus} AS score
			FROM (
				SELECT paper_id, document FROM paper_search
				WHERE document @@ ${candidates.query}::tsquery ${isWrittenBy(names, Prisma.sql`paper_id`)}
				LIMIT ${names.partial.length > 0 ? Math.min(candidates.most, MAX_NAMED) : candidates.most}::int
			) c ${early ? paper : Prisma.empty}
		)
		SELECT paper_id AS id, had = ${wanted.length}::int AS "all"
		FROM (
			SELECT * FROM scored WHERE had >= ${onlyAll ? Prisma.sql`${wanted.length}::int` : leastHad}
			ORDER BY had = ${wanted.length}::int DESC, ${ORDERS[order]}
		) ranked ${early ? Prisma.empty : paper}
		LIMIT ${limit}::int`;
	return rankedPapers.parse(rows);
}

/** Goes through all papers in an order from the first on, for queries that so many match that the first are soon found. */
export async function walkInOrder(
	db: Db,
	understood: Understood,
	order: "top" | "new",
	limit: number,
): Promise<RankedPaper[]> {
	const { wanted, filters, names } = understood;
	const query = and([...wanted.map(({ alternatives }) => or(alternatives)), ...filters.map((filter) => filter.query)]);
	const matches = query === undefined ? Prisma.sql`true` : Prisma.sql`document @@ ${query}::tsquery`;
	const rows = await db.$queryRaw`
		SELECT paper_id AS id, true AS "all"
		FROM (
			SELECT id AS paper_id, upvotes, listed_at, edition_date, hidden_at FROM papers
			WHERE edition_date IS NOT NULL AND hidden_at IS NULL ORDER BY ${WALKS[order]} LIMIT ${MAX_WALKED}::int
		) p
		CROSS JOIN LATERAL (SELECT FROM paper_search s WHERE s.paper_id = p.paper_id AND ${matches} OFFSET 0) s
		WHERE ${conditions(understood)} ${isWrittenBy(names, Prisma.sql`paper_id`)}
		ORDER BY ${ORDERS[order]} LIMIT ${limit}::int`;
	return rankedPapers.parse(rows);
}

function isNarrow({ query, names }: Understood): boolean {
	return query.since !== null || query.until !== null || query.min !== null || names.partial.length > 0;
}

function conditions({ query, names }: Understood): Prisma.Sql {
	const all = [Prisma.sql`edition_date IS NOT NULL AND hidden_at IS NULL`, ...names.partial.map(hasAuthor)];
	if (query.since !== null) all.push(Prisma.sql`edition_date >= ${query.since}::date`);
	if (query.until !== null) all.push(Prisma.sql`edition_date <= ${query.until}::date`);
	if (query.min !== null) all.push(Prisma.sql`upvotes >= ${query.min}::int`);
	return Prisma.join(all, " AND ");
}

function isWrittenBy({ papersBy }: Names, id: Prisma.Sql): Prisma.Sql {
	return papersBy === null ? Prisma.empty : Prisma.sql`AND ${id} = ANY(${papersBy}::text[])`;
}

function hasAuthor(words: readonly string[]): Prisma.Sql {
	const patterns = words.map((word) => `% ${word} %`);
	return Prisma.sql`EXISTS (
		SELECT FROM paper_authors a
		WHERE a.paper_id = papers.id AND ' ' || fold_words(a.name) || ' ' LIKE ALL (${patterns}::text[])
	)`;
}

function sum(values: readonly Prisma.Sql[]): Prisma.Sql {
	return Prisma.join([Prisma.sql`0`, ...values], " + ");
}

function toScore({ alternatives, papers }: Wanted, all: number): Prisma.Sql {
	const rarity = Math.log(1 + (Math.max(all - papers, 0) + 0.5) / (papers + 0.5));
	const ranks = alternatives.map((one) => Prisma.sql`ts_rank(${WEIGHTS}::real[], document, ${one}::tsquery)`);
	return Prisma.sql`${rarity}::real * greatest(${Prisma.join(ranks)})`;
}
