import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import type { Prisma } from "../db/generated/client";
import { NEWEST } from "../feed/editions";
import { findNewestDate, ORDER_BY } from "../feed/queries";
import { windowOf } from "../feed/windows";
import { type PaperId, parsePaperId } from "../papers/ids";
import { startOfDay, utcDateOf } from "../time";
import { listedColumns, toListedPaper } from "./rows";
import { ALL_DAYS, type ListedPaper, type ListQuery, type Subjects } from "./types";

/** Among so many times the papers wanted, listed last, those are found that reached their upvotes last. */
const ARRIVALS_AMONG = 10;

/** Which papers a list has, in its order. */
export async function listIds(query: ListQuery, now: Date): Promise<PaperId[]> {
	const rows = await db().paper.findMany({
		where: await toCondition(query, now),
		orderBy: ORDER_BY[query.order],
		take: query.limit,
		select: { id: true },
	});
	return toPaperIds(rows);
}

const idRows = z.array(z.object({ id: z.string() }));

/**
 * As `listIds` for papers with at least so many upvotes, but those first that came to have them last: a paper of last week that
 * people find today is new to whoever follows such a list.
 */
export async function listArrivals(query: ListQuery, now: Date): Promise<PaperId[]> {
	const { min, limit } = query;
	const ids = await listIds({ ...query, order: "new", limit: limit * ARRIVALS_AMONG }, now);
	const rows = await db().$queryRaw`
		SELECT p.id
		FROM papers p LEFT JOIN (
			SELECT paper_id, at, sum(sum(change)) OVER (PARTITION BY paper_id ORDER BY at) AS upvotes
			FROM (
				SELECT paper_id, captured_at AS at,
					upvotes - coalesce(lag(upvotes) OVER (PARTITION BY paper_id ORDER BY captured_at), 0) AS change
				FROM vote_snapshots WHERE paper_id = ANY(${ids})
				UNION ALL
				SELECT paper_id, created_at, 1 FROM votes WHERE paper_id = ANY(${ids})
			) changes
			GROUP BY paper_id, at
		) history ON history.paper_id = p.id AND history.upvotes >= ${min}
		WHERE p.id = ANY(${ids})
		GROUP BY p.id ORDER BY greatest(min(history.at), p.listed_at) DESC, p.listed_at DESC, p.id LIMIT ${limit}`;
	return toPaperIds(idRows.parse(rows));
}

/** What feeds and exports tell of papers, in the order given; those that have been hidden or taken off their list are left out. */
export async function listPapers(ids: readonly PaperId[]): Promise<ListedPaper[]> {
	const rows = await db().paper.findMany({
		where: { id: { in: [...ids] }, hiddenAt: null, editionDate: { not: null } },
		select: listedColumns,
	});
	const found = new Map(rows.map((row) => [row.id, row]));
	return ids.flatMap((id) => {
		const row = found.get(id);
		return row ? toListedPaper(id, row) : [];
	});
}

/**
 * The newest instant at which anything happened by which one of these papers changed or may have come onto a list. Undefined where
 * there are none.
 */
export async function findLastChange(ids: readonly PaperId[]): Promise<Date | undefined> {
	const [papers, votes] = await Promise.all([
		db().paper.aggregate({
			_max: { updatedAt: true, listedAt: true, capturedAt: true },
			where: { id: { in: [...ids] } },
		}),
		db().vote.aggregate({ _max: { createdAt: true }, where: { paperId: { in: [...ids] } } }),
	]);
	const { updatedAt, listedAt, capturedAt } = papers._max;
	return [updatedAt, listedAt, capturedAt, votes._max.createdAt].reduce<Date | undefined>(
		(last, at) => (at !== null && (last === undefined || at > last) ? at : last),
		undefined,
	);
}

/** The names of what a list is narrowed to; undefined where there is nothing of that slug. */
export async function findNames({ topic, author, org }: Subjects): Promise<Subjects> {
	const select = { name: true };
	const [topicRow, authorRow, orgRow] = await Promise.all([
		topic === undefined ? null : db().topic.findUnique({ where: { slug: topic }, select }),
		author === undefined ? null : db().author.findUnique({ where: { slug: author }, select }),
		org === undefined ? null : db().organization.findUnique({ where: { slug: org }, select }),
	]);
	return { topic: topicRow?.name, author: authorRow?.name, org: orgRow?.name };
}

async function toCondition(query: ListQuery, now: Date): Promise<Prisma.PaperWhereInput> {
	const { topic, author, org, min } = query;
	return {
		hiddenAt: null,
		editionDate: await toDates(query, now),
		upvotes: { gte: min },
		...(topic !== undefined && { topics: { some: { topic: { slug: topic } } } }),
		...(author !== undefined && { authors: { some: { author: { slug: author } } } }),
		...(org !== undefined && { organization: { slug: org } }),
	};
}

async function toDates({ window }: ListQuery, now: Date): Promise<Prisma.DateTimeNullableFilter> {
	if (window === ALL_DAYS) return { not: null };
	const { first, last } = window === NEWEST ? windowOf("date", (await findNewestDate(now)) ?? utcDateOf(now)) : window;
	return { gte: startOfDay(first), lte: startOfDay(last) };
}

/** An id that no page can have has none to link to. */
function toPaperIds(rows: readonly { id: string }[]): PaperId[] {
	return rows.flatMap(({ id }) => parsePaperId(id) ?? []);
}
