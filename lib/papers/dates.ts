import { formatMonthDay, formatMonthDayYear, type UtcDate } from "../time";

/** A publication date as cards print it: `Feb 15` in the edition's own year, `Oct 2, 2025` otherwise. */
export function formatPublished(published: UtcDate, edition: UtcDate): string {
	const sameYear = published.slice(0, 4) === edition.slice(0, 4);
	return sameYear ? formatMonthDay(published) : formatMonthDayYear(published);
}
