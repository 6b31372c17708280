import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import type { Prisma } from "../db/generated/client";
import { listSummaries } from "../papers/queries";
import type { PaperSummary } from "../papers/types";
import { startOfDay, type UtcDate, utcDateOf } from "../time";
import { countByMonth } from "./activity";
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
	const [within, sample, before, after] = await Promise.all([
		db().paper.aggregate({
			_count: true,
			_max: { editionDate: true },
			where: { editionDate: daysOf(window), hiddenAt: null },
		}),
		db().edition.findFirst({ where: { date: daysOf(window), isSample: true } }),
		db().paper.aggregate({
			_max: { editionDate: true },
			where: { editionDate: { lt: startOfDay(window.first) }, hiddenAt: null },
		}),
		db().paper.aggregate({
			_min: { editionDate: true },
			where: { editionDate: { gt: startOfDay(window.last) }, hiddenAt: null },
		}),
	]);
	return {
		paperCount: within._count,
		previous: before._max.editionDate && windowOf(window.kind, utcDateOf(before._max.editionDate)),
		next: after._min.editionDate && windowOf(window.kind, utcDateOf(after._min.editionDate)),
		lastDate: within._max.editionDate && utcDateOf(within._max.editionDate),
		isSample: sample !== null,
	};
}

/** The last day up to now that has papers; undefined while there is none at all. */
export async function findNewestDate(now: Date): Promise<UtcDate | undefined> {
	const newest = await db().paper.aggregate({
		_max: { editionDate: true },
		where: { editionDate: { lte: now }, hiddenAt: null },
	});
	return newest._max.editionDate ? utcDateOf(newest._max.editionDate) : undefined;
}

const dayCountRows = z.array(z.object({ date: z.date(), papers: z.number() }));

/** How many papers each day of a day's month has; days without any are left out. */
export async function countDaysOfMonth(date: UtcDate): Promise<DayCount[]> {
	const { first, last } = windowOf("month", date);
	const rows = await db().$queryRaw`
		SELECT edition_date AS date, count(*)::int AS papers
		FROM papers
		WHERE edition_date BETWEEN ${first}::date AND ${last}::date AND hidden_at IS NULL
		GROUP BY edition_date ORDER BY edition_date`;
	return dayCountRows.parse(rows).map((row) => ({ date: utcDateOf(row.date), papers: row.papers }));
}

/** When a run last ended well that brought papers or looked for them; undefined if there was none, as with the sample alone. */
export async function lastRefreshed(): Promise<Date | undefined> {
	const last = await db().ingestRun.aggregate({ _max: { finishedAt: true }, where: { state: "done" } });
	return last._max.finishedAt ?? undefined;
}

function daysOf({ first, last }: Window) {
	return { gte: startOfDay(first), lte: startOfDay(last) };
}

/** How many of the listed papers that meet a condition each month has, oldest first. */
export async function readActivity(where: Prisma.PaperWhereInput): Promise<MonthCount[]> {
	const days = await db().paper.groupBy({ by: ["editionDate"], where: { AND: [LISTED, where] }, _count: true });
	return countByMonth(
		days.flatMap((day) => (day.editionDate ? [{ date: utcDateOf(day.editionDate), papers: day._count }] : [])),
	);
}
