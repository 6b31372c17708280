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

// Marked as pure below: scripts of pages leave out what they don't use.
function format(options: Intl.DateTimeFormatOptions): (date: UtcDate) => string {
	const formatter = new Intl.DateTimeFormat("en-US", { timeZone: "UTC", ...options });
	return (date) => formatter.format(startOfDay(date));
}

/** `Monday, June 8, 2026` */
export const formatLongDate = /* @__PURE__ */ format({
	weekday: "long",
	month: "long",
	day: "numeric",
	year: "numeric",
});
/** `Jun 8` */
export const formatMonthDay = /* @__PURE__ */ format({ month: "short", day: "numeric" });
/** `Jun 8, 2026` */
export const formatMonthDayYear = /* @__PURE__ */ format({ month: "short", day: "numeric", year: "numeric" });
/** `June 2026` */
export const formatMonthYear = /* @__PURE__ */ format({ month: "long", year: "numeric" });

const range = /* @__PURE__ */ new Intl.DateTimeFormat("en-US", {
	timeZone: "UTC",
	month: "long",
	day: "numeric",
	year: "numeric",
});

/** `June 8 – 14, 2026`, or as much more as the two days don't share */
export function formatRange(first: UtcDate, last: UtcDate): string {
	// Its thin spaces differ between versions of the tables that it reads.
	return range.formatRange(startOfDay(first), startOfDay(last)).replace(/\s/g, " ");
}

const minute = /* @__PURE__ */ new Intl.DateTimeFormat("en-US", {
	timeZone: "UTC",
	month: "short",
	day: "numeric",
	hour: "2-digit",
	minute: "2-digit",
	hourCycle: "h23",
});

/** `Jun 8, 14:05 UTC` */
export function formatMinute(instant: Date): string {
	return `${minute.format(instant)} UTC`;
}
