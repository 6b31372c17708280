import { addDays, type UtcDate } from "../time";
import type { DayCount, MonthCount } from "./types";
import { windowOf } from "./windows";

/** More months than a chart has room for. */
export const ACTIVITY_MONTHS = 72;

/** Adds days up to months, oldest first, with the months between that have none. */
export function countByMonth(days: readonly DayCount[]): MonthCount[] {
	const papers = new Map<string, number>();
	for (const day of days) {
		const month = day.date.slice(0, 7);
		papers.set(month, (papers.get(month) ?? 0) + day.papers);
	}
	const [first] = [...papers.keys()].sort();
	const last = [...papers.keys()].sort().at(-1);
	if (first === undefined || last === undefined) return [];
	const months: MonthCount[] = [];
	for (let window = windowOf("month", `${first}-01` as UtcDate); window.key <= last; ) {
		months.push({ month: window.key, papers: papers.get(window.key) ?? 0 });
		window = windowOf("month", addDays(window.last, 1));
	}
	return months;
}

/** How many papers all months have together. */
export function sumPapers(months: readonly MonthCount[]): number {
	return months.reduce((sum, { papers }) => sum + papers, 0);
}
