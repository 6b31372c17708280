import { addDays, parseUtcDate, type UtcDate, utcDateOf } from "../time";

/** The word that stands for the newest edition in `/papers/date/…`, to which `/` and `/papers` lead. */
export const NEWEST = "newest";

/** arXiv's first day: nothing is listed before it, and calendars of the far past differ. */
export const FIRST_EDITION = "1991-08-14";

/**
 * Which edition an address asks for.
 *
 * @param segment what stands after `/papers/date/`
 * @returns a day from arXiv's first to today, or {@link NEWEST}; undefined for what is no day, and for days before and to come: those pages are 404
 */
export function parseEdition(segment: string, now: Date): UtcDate | typeof NEWEST | undefined {
	if (segment === NEWEST) return NEWEST;
	const date = parseUtcDate(segment);
	return date !== undefined && date >= FIRST_EDITION && date <= utcDateOf(now) ? date : undefined;
}

/** An edition is open until its day ends at 00:00 UTC, and closed from then on. A window is as open as its last day. */
export function isOpen(edition: UtcDate, now: Date): boolean {
	return utcDateOf(now) < addDays(edition, 1);
}
