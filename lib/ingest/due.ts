import { addDays, type UtcDate, utcDateOf } from "../time";

const MINUTE_MS = 60_000;

/** A source is asked each hour; after a failure sooner, but not at every minute. */
const EVERY_MS = 60 * MINUTE_MS;
const AFTER_FAILURE_MS = 15 * MINUTE_MS;

/** How a window's latest run ended, and when one of it was last begun that ended well. */
export type WindowHistory = { windowName: string; isDone: boolean; doneAt: Date | null };

/** The latest run of a source. */
export type LastRun = { startedAt: Date; isDone: boolean };

/** Whether the schedule asks a source again. `lastRun` is undefined if it was never asked. */
export function isIngestDue(now: Date, lastRun: LastRun | undefined): boolean {
	if (lastRun === undefined) return true;
	return now.getTime() - lastRun.startedAt.getTime() >= (lastRun.isDone ? EVERY_MS : AFTER_FAILURE_MS);
}

/** A list's votes go on moving for days: measured, 45 % of the final count on its morning, 75 % after a day. */
const DAYS_LOOKED_AT = 7;
const SETTLING_DAYS_EVERY_MS = 20 * 60 * MINUTE_MS;

/** A window that failed or died is done again, for so long. */
export const RETRIED_FOR_DAYS = 14;

/**
 * Which days the schedule fetches, newest first: today and yesterday always, as late listings and votes arrive; each of the
 * five days before once a day, and all of them at the first run; and any day, from a backfill too, whose last run did not end well.
 *
 * @param history the windows of the last {@link RETRIED_FOR_DAYS} days' runs
 */
export function dueDays(now: Date, history: readonly WindowHistory[]): UtcDate[] {
	const byName = new Map(history.map((window) => [window.windowName, window]));
	const today = utcDateOf(now);
	const recent = Array.from({ length: DAYS_LOOKED_AT }, (_, days) => addDays(today, -days));
	const due = recent.filter((day, age) => age < 2 || isStale(byName.get(day)));
	const unfinished = history.filter(({ isDone }) => !isDone).map(({ windowName }) => windowName as UtcDate);
	return [...new Set([...due, ...unfinished])].sort().reverse();

	function isStale(window: WindowHistory | undefined): boolean {
		return !window?.doneAt || now.getTime() - window.doneAt.getTime() >= SETTLING_DAYS_EVERY_MS;
	}
}
