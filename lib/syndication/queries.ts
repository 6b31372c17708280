import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import type { Prisma } from "../db/generated/client";
import { NEWEST } from "../feed/editions";
import { findNewestDate, ORDER_BY } from "../feed/queries";
import { type Window, windowOf } from "../feed/windows";
import { type PaperId, parsePaperId } from "../papers/ids";
import { searchPapers } from "../search/queries";
import type { SearchOrder } from "../search/types";
import { startOfDay, utcDateOf } from "../time";
import { listedColumns, toListedPaper } from "./rows";
import { toSearchQuery } from "./search-query";
import { ALL_DAYS, type ListedPaper, type ListOrder, type ListQuery, type Subjects } from "./types";

/** Among so many times the papers wanted, listed last, those are found that reached their upvotes last. */
const ARRIVALS_AMONG = 10;

/** As far as searches go. */
const MATCHES_MAX = 1_000;

/** What is found in the order that comes closest. */
const SEARCH_ORDERS: Record<ListOrder, SearchOrder> = { relevance: "relevance", top: "top", new: "new", rising: "new" };

/**
 * Which papers a list has, in its order.
 *
 * @param names of what the list is narrowed to
 */
export async function listIds(query: ListQuery, names: Subjects, now: Date): Promise<PaperId[]> {
	const narrowed = { ...query, window: await findWindow(query, now) };
	const matches = await findMatches(narrowed, names);
	const { order, limit } = query;
	const where = { ...(await toCondition(narrowed)), ...(matches && { id: { in: matches } }) };
	const select = { id: true };
	if (order !== "relevance")
		return toPaperIds(await db().paper.findMany({ where, orderBy: ORDER_BY[order], take: limit, select }));
	const kept = new Set<string>((await db().paper.findMany({ where, take: MATCHES_MAX, select })).map(({ id }) => id));
	return (matches ?? []).filter((id) => kept.has(id)).slice(0, limit);
}

const idRows = z.array(z.object({ id: z.string() }));

/**
 * As `listIds` for papers with at least so many upvotes, but those first that came to have them last: a paper of last week that
 * people find today is new to whoever follows such a list.
 */
export async function listArrivals(query: ListQuery, names: Subjects, now: Date): Promise<PaperId[]> {
	const { min, limit } = query;
	const ids = await listIds({ ...query, order: "new", limit: limit * ARRIVALS_AMONG }, names, now);
	const rows = await db().$queryRaw`
		SELECT p.id
		FROM papers p LEFT JOIN (
			SELECT paper_id, at, sum(sum(change)) OVER (PARTITION BY paper_id ORDER BY at) AS upvotes
			FROM (
				SELECT paper_id, captured_at AS at,
					upvotes - coalesce(lag(upvotes) OVER (PARTITION BY paper_id ORDER BY captured_at), 0) AS change
				FROM vote_snapshots WHERE paper_id = ANY(${ids})
				UNION ALL
				SELECT paper_id, created_at, 1 FROM votes WHERE paper_id = ANY(${ids}) AND standing <> 'void'
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

/** The papers that the list's search finds, among which are all that belong to the list; undefined where it has none. */
async function findMatches(query: NarrowedQuery, names: Subjects): Promise<PaperId[] | undefined> {
	const { q, topic, author, org, order, limit } = query;
	if (q === undefined) return undefined;
	const isExact = order !== "rising" && [topic, author, org].every((subject) => subject === undefined);
	const { ids } = await searchPapers(toSearchQuery(q, query, names), {
		order: SEARCH_ORDERS[order],
		limit: isExact ? limit : MATCHES_MAX,
		offset: 0,
		onlyAll: true,
	});
	return ids;
}

/** With the day that is the newest now. */
type NarrowedQuery = ListQuery & { window: Window | typeof ALL_DAYS };

/** Topic and organisation by their ids: of a slug Postgres can't tell whether few papers have it or half of all. */
async function toCondition({ topic, author, org, min, window }: NarrowedQuery): Promise<Prisma.PaperWhereInput> {
	const select = { id: true };
	const [topicRow, orgRow] = await Promise.all([
		topic === undefined ? null : db().topic.findUniqueOrThrow({ where: { slug: topic }, select }),
		org === undefined ? null : db().organization.findUniqueOrThrow({ where: { slug: org }, select }),
	]);
	return {
		hiddenAt: null,
		editionDate: window === ALL_DAYS ? { not: null } : { gte: startOfDay(window.first), lte: startOfDay(window.last) },
		upvotes: { gte: min },
		...(topicRow && { topics: { some: { topicId: topicRow.id } } }),
		...(author !== undefined && { authors: { some: { author: { slug: author } } } }),
		...(orgRow && { organizationId: orgRow.id }),
	};
}

async function findWindow({ window }: ListQuery, now: Date): Promise<Window | typeof ALL_DAYS> {
	return window === NEWEST ? windowOf("date", (await findNewestDate(now)) ?? utcDateOf(now)) : window;
}

/** An id that no page can have has none to link to. */
function toPaperIds(rows: readonly { id: string }[]): PaperId[] {
	return rows.flatMap(({ id }) => parsePaperId(id) ?? []);
}
