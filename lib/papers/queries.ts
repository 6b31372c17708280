import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import type { Prisma } from "../db/generated/client";
import type { PaperId } from "./ids";
import { renderRichText } from "./latex";
import { detailColumns, summaryColumns, toDetails, toSummary } from "./rows";
import type { HistoryPoint, PaperDetails, PaperSummary } from "./types";

/** Which papers, in which order. */
type Selection = Pick<Prisma.PaperFindManyArgs, "where" | "orderBy" | "skip" | "take">;

/** What the cards of a list show. Hidden papers, and those on no list, are for the caller to leave out. */
export async function listSummaries(selection: Selection): Promise<PaperSummary[]> {
	const rows = await db().paper.findMany({ ...selection, select: summaryColumns });
	const histories = await readHistories(rows.map(({ id }) => id));
	const now = new Date();
	return rows.map((row) => toSummary(row, histories.get(row.id) ?? [], now));
}

/** The cards of papers in the order given; those that are hidden, on no list or not held are left out. */
export async function listSummariesOf(ids: readonly PaperId[]): Promise<PaperSummary[]> {
	const where = { id: { in: [...ids] }, hiddenAt: null, editionDate: { not: null } };
	const found = new Map((await listSummaries({ where })).map((paper) => [paper.id, paper]));
	return ids.flatMap((id) => found.get(id) ?? []);
}

/** Everything that a paper's page shows; undefined if we don't hold the paper, or hide it. */
export async function findPaper(id: PaperId): Promise<PaperDetails | undefined> {
	const [row, histories, rank] = await Promise.all([
		db().paper.findUnique({ where: { id, hiddenAt: null }, select: detailColumns }),
		readHistories([id]),
		readRank(id),
	]);
	return row ? toDetails(row, histories.get(id) ?? [], rank) : undefined;
}

/** A paper's title as plain text; undefined if we don't hold the paper, or hide it. */
export async function findTitle(id: PaperId): Promise<string | undefined> {
	const row = await db().paper.findUnique({ where: { id, hiddenAt: null }, select: { title: true } });
	return row === null ? undefined : renderRichText(row.title).text;
}

const historyRows = z.array(z.object({ paperId: z.string(), at: z.date(), upvotes: z.number() }));

/** How papers' upvotes came, oldest first: captures at import sources as they were seen, votes cast here by the hour. */
async function readHistories(ids: string[]): Promise<Map<string, HistoryPoint[]>> {
	const rows = await db().$queryRaw`
		SELECT paper_id AS "paperId", at, (sum(sum(change)) OVER (PARTITION BY paper_id ORDER BY at))::int AS upvotes
		FROM (
			SELECT paper_id, captured_at AS at,
				upvotes - coalesce(lag(upvotes) OVER (PARTITION BY paper_id ORDER BY captured_at), 0) AS change
			FROM vote_snapshots WHERE paper_id = ANY(${ids})
			UNION ALL
			SELECT paper_id, date_trunc('hour', created_at, 'UTC'), 1 FROM votes
			WHERE paper_id = ANY(${ids}) AND standing <> 'void'
		) changes
		GROUP BY paper_id, at ORDER BY paper_id, at`;
	const histories = new Map<string, HistoryPoint[]>();
	for (const { paperId, at, upvotes } of historyRows.parse(rows)) {
		const history = histories.get(paperId);
		if (history) history.push({ at, upvotes });
		else histories.set(paperId, [{ at, upvotes }]);
	}
	return histories;
}

const rankRows = z.array(z.object({ rank: z.number() }));

/** A paper's place on the list of its day, in the order Top; null where it stands on none. */
async function readRank(id: PaperId): Promise<number | null> {
	const rows = await db().$queryRaw`
		SELECT count(*)::int AS rank
		FROM papers paper JOIN papers other ON other.edition_date = paper.edition_date AND other.hidden_at IS NULL
		WHERE paper.id = ${id}
			AND (-other.upvotes, other.listed_at, other.id) <= (-paper.upvotes, paper.listed_at, paper.id)
		GROUP BY paper.id`;
	return rankRows.parse(rows)[0]?.rank ?? null;
}
