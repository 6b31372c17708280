import { addDays, parseUtcDate, type UtcDate } from "../time";

/** Years in which a paper can be listed, with some room. */
const SHAPE = /^((?:19|20)\d{2})(?:-(\d{2}))?(?:-(\d{2}))?$/;

/** The first or the last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; undefined for another form or a day that no calendar has. */
export function readDay(text: string, which: "first" | "last"): UtcDate | undefined {
	const [, year, month, day] = SHAPE.exec(text) ?? [];
	if (day !== undefined) return parseUtcDate(text);
	if (year === undefined) return undefined;
	const first = parseUtcDate(`${year}-${month ?? "01"}-01`);
	if (first === undefined || which === "first") return first;
	// Days enough to be in the next month or year, whose first day is the one after ours.
	const next = addDays(first, month === undefined ? 366 : 31);
	const firstOfNext = month === undefined ? `${next.slice(0, 4)}-01-01` : `${next.slice(0, 7)}-01`;
	return addDays(firstOfNext as UtcDate, -1);
}
