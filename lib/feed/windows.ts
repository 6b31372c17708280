import { addDays, startOfDay, type UtcDate } from "../time";

/** The weeks of a day's month, Monday first, each seven long; null for days of the months beside it. */
export function monthWeeks(date: UtcDate): (UtcDate | null)[][] {
	const month = date.slice(0, 7);
	const first = `${month}-01` as UtcDate;
	// Sunday is 0 in JavaScript; in a week that begins on Monday it is the last.
	const daysBefore = (startOfDay(first).getUTCDay() + 6) % 7;
	const weeks: (UtcDate | null)[][] = [];
	for (let monday = addDays(first, -daysBefore); monday.slice(0, 7) <= month; monday = addDays(monday, 7)) {
		const week = Array.from({ length: 7 }, (_, weekday) => addDays(monday, weekday));
		weeks.push(week.map((day) => (day.startsWith(month) ? day : null)));
	}
	return weeks;
}
