import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import type { Prisma } from "../db/generated/client";
import { listSummaries } from "../papers/queries";
import type { PaperSummary } from "../papers/types";
import { addDays, startOfDay, type UtcDate, utcDateOf } from "../time";
import { countByMonth } from "./activity";
import { RECENT_DAYS } from "./counted";
import { isOpen } from "./editions";
import type { DayCount, MonthCount, PaperPage, WindowContent, WindowFacts } from "./types";
import { type Order, PAGE_SIZE, type View } from "./views";
import { type Window, windowOf } from "./windows";

/** How many of the rising papers stand beside a list. */
const RISING_BESIDE = 5;

/** What lists show. */
const LISTED = { hiddenAt: null, editionDate: { not: null } } satisfies Prisma.PaperWhereInput;

/** To the last tie, so that the order is the same at every reload, and a page ends where the next begins. */
export const ORDER_BY = {
	top: [{ upvotes: "desc" }, { listedAt: "asc" }, { id: "asc" }],
	new: [{ listedAt: "desc" }, { id: "asc" }],
	rising: [{ rising: "desc" }, { listedAt: "desc" }, { id: "asc" }],
} satisfies Record<Order, Prisma.PaperOrderByWithRelationInput[]>;

/** One page of the listed papers that meet a condition. */
export async function readPage(where: Prisma.PaperWhereInput, { order, page }: View): Promise<PaperPage> {
	const papers = await listSummaries({
		where: { AND: [LISTED, where] },
		orderBy: ORDER_BY[order],
		skip: (page - 1) * PAGE_SIZE,
		// One more than is shown tells whether another page follows.
		take: PAGE_SIZE + 1,
	});
	return { papers: papers.slice(0, PAGE_SIZE), hasMore: papers.length > PAGE_SIZE };
}

/** One page of all papers, those first that people upvote now. */
export async function readTrending(page: number): Promise<PaperPage> {
	return readPage({}, { order: "rising", page });
}

/** The first few of the papers that people upvote now. */
async function listRising(limit: number): Promise<PaperSummary[]> {
	return listSummaries({ where: LISTED, orderBy: ORDER_BY.rising, take: limit });
}

/**
 * All that the page of a window shows.
 *
 * @returns undefined for a page behind the last one
 */
export async function readWindowPage(window: Window, view: View, now: Date): Promise<WindowContent | undefined> {
	const [page, facts, rising, refreshed] = await Promise.all([
		readPage({ editionDate: daysOf(window) }, view),
		readWindowFacts(window),
		listRising(RISING_BESIDE),
		lastRefreshed(),
	]);
	if (page.papers.length === 0 && view.page > 1) return undefined;
	const calendarDate = facts.lastDate ?? window.first;
	const counts = await countDaysOfMonth(calendarDate);
	return { window, view, page, facts, rising, refreshed, calendarDate, counts, isOpen: isOpen(window.last, now) };
}

/** What there is to say about a window beside its papers. */
async function readWindowFacts(window: Window): Promise<WindowFacts> {
	const { first, last } = window;
	const [within, sample, before, after] = await Promise.all([
		db().paper.aggregate({
			_count: true,
			_max: { editionDate: true },
			where: { editionDate: daysOf(window), hiddenAt: null },
		}),
		db().edition.findFirst({ where: { date: daysOf(window), isSample: true } }),
		findNearestDate({ lt: startOfDay(first) }, "desc"),
		findNearestDate({ gt: startOfDay(last) }, "asc"),
	]);
	return {
		paperCount: within._count,
		previous: before === undefined ? null : windowOf(window.kind, before),
		next: after === undefined ? null : windowOf(window.kind, after),
		lastDate: within._max.editionDate && utcDateOf(within._max.editionDate),
		isSample: sample !== null,
	};
}

/** The last day up to now that has papers; undefined while there is none at all. */
export async function findNewestDate(now: Date): Promise<UtcDate | undefined> {
	return findNearestDate({ lte: now }, "desc");
}

/**
 * The first day that has papers, from one end on. Not by Prisma's `_max` and `_min`, which read all days of the condition.
 *
 * @param order `desc` for the last one
 */
async function findNearestDate(
	editionDate: Prisma.DateTimeNullableFilter,
	order: Prisma.SortOrder,
): Promise<UtcDate | undefined> {
	const paper = await db().paper.findFirst({
		where: { editionDate, hiddenAt: null },
		orderBy: { editionDate: order },
		select: { editionDate: true },
	});
	return paper?.editionDate ? utcDateOf(paper.editionDate) : undefined;
}

const dayCountRows = z
	.array(z.object({ date: z.date(), papers: z.number() }))
	.transform((rows): DayCount[] => rows.map(({ date, papers }) => ({ date: utcDateOf(date), papers })));

/** Reads rows of `date` and `papers`. */
export function toActivity(rows: unknown): MonthCount[] {
	return countByMonth(dayCountRows.parse(rows));
}

/**
 * After which day the indexes of authors, organisations and topics count; undefined while there are no papers. As a value, as of a
 * subquery's Postgres expects a third of all papers.
 */
export async function findRecentStart(): Promise<UtcDate | undefined> {
	const newest = await findNearestDate({ not: null }, "desc");
	return newest && addDays(newest, -RECENT_DAYS);
}

/** How many papers each day of a day's month has; days without any are left out. */
export async function countDaysOfMonth(date: UtcDate): Promise<DayCount[]> {
	const { first, last } = windowOf("month", date);
	const rows = await db().$queryRaw`
		SELECT edition_date AS date, count(*)::int AS papers
		FROM papers
		WHERE edition_date BETWEEN ${first}::date AND ${last}::date AND hidden_at IS NULL
		GROUP BY edition_date ORDER BY edition_date`;
	return dayCountRows.parse(rows);
}

/** When a run last ended well that brought papers or looked for them; undefined if there was none, as with the sample alone. */
export async function lastRefreshed(): Promise<Date | undefined> {
	const last = await db().ingestRun.findFirst({
		where: { state: "done", finishedAt: { not: null } },
		orderBy: { finishedAt: "desc" },
		select: { finishedAt: true },
	});
	return last?.finishedAt ?? undefined;
}

function daysOf({ first, last }: Window) {
	return { gte: startOfDay(first), lte: startOfDay(last) };
}
