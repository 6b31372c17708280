import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import { summaryColumns, toSummary } from "../papers/rows";
import { startOfDay, type UtcDate, utcDateOf } from "../time";
import { compareTop } from "./ranking";
import type { DayCount, Edition } from "./types";

const SHOWN = { hiddenAt: null };

/** The last day up to now that has papers; undefined while there is none at all. */
export async function findNewestDate(now: Date): Promise<UtcDate | undefined> {
	const newest = await db().paper.aggregate({
		_max: { editionDate: true },
		where: { editionDate: { lte: now }, ...SHOWN },
	});
	return newest._max.editionDate ? utcDateOf(newest._max.editionDate) : undefined;
}

/** A day's edition. A day without papers is an edition with an empty list. */
export async function readEdition(date: UtcDate): Promise<Edition> {
	const day = startOfDay(date);
	const [edition, rows, before, after] = await Promise.all([
		db().edition.findUnique({ where: { date: day } }),
		db().paper.findMany({ where: { editionDate: day, ...SHOWN }, select: summaryColumns }),
		db().paper.aggregate({ _max: { editionDate: true }, where: { editionDate: { lt: day }, ...SHOWN } }),
		db().paper.aggregate({ _min: { editionDate: true }, where: { editionDate: { gt: day }, ...SHOWN } }),
	]);
	return {
		date,
		isSample: edition?.isSample ?? false,
		papers: rows.map(toSummary).sort(compareTop),
		previous: before._max.editionDate && utcDateOf(before._max.editionDate),
		next: after._min.editionDate && utcDateOf(after._min.editionDate),
	};
}

const dayCountRows = z.array(z.object({ date: z.date(), papers: z.number() }));

/** How many papers each day of a day's month has; days without any are left out. */
export async function countDaysOfMonth(date: UtcDate): Promise<DayCount[]> {
	const first = `${date.slice(0, 7)}-01`;
	const rows = await db().$queryRaw`
		SELECT edition_date AS date, count(*)::int AS papers
		FROM papers
		WHERE edition_date >= ${first}::date AND edition_date < ${first}::date + interval '1 month'
			AND hidden_at IS NULL
		GROUP BY edition_date ORDER BY edition_date`;
	return dayCountRows.parse(rows).map((row) => ({ date: utcDateOf(row.date), papers: row.papers }));
}

/** When a run last ended well that brought papers or looked for them; undefined if there was none, as with the sample alone. */
export async function lastRefreshed(): Promise<Date | undefined> {
	const last = await db().ingestRun.aggregate({ _max: { finishedAt: true }, where: { state: "done" } });
	return last._max.finishedAt ?? undefined;
}
