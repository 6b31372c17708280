import { parseUtcDate, startOfDay, type UtcDate, utcDateOf } from "../../time";

/** Nothing that we read is older; Postgres has no year 0. */
const EARLIEST = "1900";
const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * Reads an ISO 8601 instant or day. A day means its first moment; a time without a zone is UTC, wherever this runs.
 *
 * @returns undefined for another form or what no calendar has (`2026-02-30`, `25:00`), and for years before 1900
 */
export function parseInstant(text: string): Date | undefined {
	if (text < EARLIEST) return undefined;
	const date = parseUtcDate(text);
	if (date) return startOfDay(date);
	const [, day = "", minutes = "", seconds = ":00", zone = "Z"] = INSTANT.exec(text) ?? [];
	if (parseUtcDate(day) === undefined) return undefined;
	const instant = new Date(`${day}T${minutes}${seconds}${zone.toUpperCase()}`);
	return Number.isNaN(instant.getTime()) ? undefined : instant;
}

/**
 * Reads when a paper was put on a list. Midnight to the millisecond is not an hour but a day: Hugging Face gives only the day
 * since May 2026, written as that day's first moment.
 */
export function parseListingTime(text: string): { date: UtcDate; listedAt?: Date } | undefined {
	const instant = parseInstant(text);
	if (instant === undefined) return undefined;
	const date = utcDateOf(instant);
	return instant.getTime() === startOfDay(date).getTime() ? { date } : { date, listedAt: instant };
}
