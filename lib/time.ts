/** A calendar day in UTC, as `YYYY-MM-DD`. */
export type UtcDate = string & { readonly __brand: "UtcDate" };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads `YYYY-MM-DD`; gives undefined for another form or a day that no calendar has (`2026-02-30`). */
export function parseUtcDate(text: string): UtcDate | undefined {
	if (!SHAPE.test(text)) return undefined;
	const instant = new Date(`${text}T00:00:00Z`);
	if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== text) return undefined;
	return text as UtcDate;
}

/** The UTC day on which an instant falls. */
export function utcDateOf(instant: Date): UtcDate {
	return instant.toISOString().slice(0, 10) as UtcDate;
}

/** The instant at which a day begins, 00:00 UTC. */
export function startOfDay(date: UtcDate): Date {
	return new Date(`${date}T00:00:00Z`);
}

/** The day so many days later (earlier, if negative). */
export function addDays(date: UtcDate, days: number): UtcDate {
	const instant = startOfDay(date);
	instant.setUTCDate(instant.getUTCDate() + days);
	return utcDateOf(instant);
}

/** Whole days from one day to another; negative if the second is the earlier. */
export function daysBetween(from: UtcDate, to: UtcDate): number {
	return Math.round((startOfDay(to).getTime() - startOfDay(from).getTime()) / 86_400_000);
}

// By hand, as loading the tables of Intl takes a phone's processor more than a tenth of a second on each page.
const WEEKDAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const MONTHS = "January February March April May June July August September October November December".split(" ");

/** `Monday, June 8, 2026` */
export function formatLongDate(date: UtcDate): string {
	return `${WEEKDAYS[startOfDay(date).getUTCDay()]}, ${formatDay(date)}`;
}

/** `Jun 8` */
export function formatMonthDay(date: UtcDate): string {
	return `${monthOf(date).slice(0, 3)} ${dayOf(date)}`;
}

/** `Jun 8, 2026` */
export function formatMonthDayYear(date: UtcDate): string {
	return `${formatMonthDay(date)}, ${yearOf(date)}`;
}

/** `June 2026` */
export function formatMonthYear(date: UtcDate): string {
	return `${monthOf(date)} ${yearOf(date)}`;
}

/** `June 8 – 14, 2026`, or as much more as the two days don't share */
export function formatRange(first: UtcDate, last: UtcDate): string {
	if (first === last) return formatDay(first);
	if (yearOf(first) !== yearOf(last)) return `${formatDay(first)} – ${formatDay(last)}`;
	const end = monthOf(first) === monthOf(last) ? dayOf(last) : `${monthOf(last)} ${dayOf(last)}`;
	return `${monthOf(first)} ${dayOf(first)} – ${end}, ${yearOf(last)}`;
}

/** `Jun 8, 14:05 UTC` */
export function formatMinute(instant: Date): string {
	return `${formatMonthDay(utcDateOf(instant))}, ${instant.toISOString().slice(11, 16)} UTC`;
}

/** `June 8, 2026` */
function formatDay(date: UtcDate): string {
	return `${monthOf(date)} ${dayOf(date)}, ${yearOf(date)}`;
}

function yearOf(date: UtcDate): number {
	return Number(date.slice(0, 4));
}

function monthOf(date: UtcDate): string {
	return MONTHS[Number(date.slice(5, 7)) - 1] ?? "";
}

function dayOf(date: UtcDate): number {
	return Number(date.slice(8));
}
