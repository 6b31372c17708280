import {
	addDays,
	formatLongDate,
	formatMonthDay,
	formatMonthYear,
	formatRange,
	startOfDay,
	type UtcDate,
} from "../time";
import { FIRST_EDITION } from "./editions";

/** The lengths of time that have pages, by the word that stands for them in addresses. */
export type WindowKind = "date" | "week" | "month";

/** A day, an ISO week (Monday to Sunday) or a month of editions; `first` and `last` are days of it. */
export type Window = { kind: WindowKind; key: string; first: UtcDate; last: UtcDate };

const WEEK = /^(\d{4})-W(\d{2})$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The window of a kind around a day. */
export function windowOf(kind: WindowKind, date: UtcDate): Window {
	if (kind === "date") return { kind, key: date, first: date, last: date };
	if (kind === "month") {
		const first = `${date.slice(0, 7)}-01` as UtcDate;
		// The 31st day after the first is always in the next month.
		const next = `${addDays(first, 31).slice(0, 7)}-01` as UtcDate;
		return { kind, key: date.slice(0, 7), first, last: addDays(next, -1) };
	}
	const monday = addDays(date, -weekday(date));
	return { kind, key: formatWeek(monday), first: monday, last: addDays(monday, 6) };
}

/**
 * Which week or month an address asks for.
 *
 * @param segment what stands after `/papers/week/` (`2026-W24`) or `/papers/month/` (`2026-06`)
 * @param today the UTC date of now
 * @returns undefined for what is no week or month, and for those wholly before arXiv's first day or in the future
 */
export function parseWindow(kind: "week" | "month", segment: string, today: UtcDate): Window | undefined {
	const first = kind === "week" ? mondayOf(segment) : firstOf(segment);
	if (first === undefined) return undefined;
	const window = windowOf(kind, first);
	return window.last >= FIRST_EDITION && window.first <= today ? window : undefined;
}

/** The page of a window, in the order Top. */
export function windowPath({ kind, key }: Window): string {
	return `/papers/${kind}/${key}`;
}

/** `Monday, June 8, 2026`, `June 8 – 14, 2026` or `June 2026` */
export function formatWindow({ kind, first, last }: Window): string {
	if (kind === "date") return formatLongDate(first);
	return kind === "week" ? formatRange(first, last) : formatMonthYear(first);
}

/** For links, where there is little room: `Jun 8`, `Week 24` or `Jun 2026`. */
export function formatWindowShort({ kind, key, first }: Window): string {
	if (kind === "date") return formatMonthDay(first);
	return kind === "week" ? `Week ${Number(key.slice(-2))}` : formatMonthYear(first).replace(/^(...)\S*/, "$1");
}

/** The weeks of a day's month, Monday first, each seven long; null for days of the months beside it. */
export function monthWeeks(date: UtcDate): (UtcDate | null)[][] {
	const { key: month, first } = windowOf("month", date);
	const weeks: (UtcDate | null)[][] = [];
	for (let monday = addDays(first, -weekday(first)); monday.slice(0, 7) <= month; monday = addDays(monday, 7)) {
		const week = Array.from({ length: 7 }, (_, weekday) => addDays(monday, weekday));
		weeks.push(week.map((day) => (day.startsWith(month) ? day : null)));
	}
	return weeks;
}

/** 0 for Monday to 6 for Sunday. */
function weekday(date: UtcDate): number {
	return (startOfDay(date).getUTCDay() + 6) % 7;
}

/** A week belongs to the year of its Thursday, and the week of January 4 is the first (ISO 8601). */
function formatWeek(monday: UtcDate): string {
	const year = addDays(monday, 3).slice(0, 4);
	const days = startOfDay(monday).getTime() - startOfDay(firstMonday(year)).getTime();
	return `${year}-W${String(Math.round(days / 604_800_000) + 1).padStart(2, "0")}`;
}

function mondayOf(text: string): UtcDate | undefined {
	const [, year = "", week = ""] = WEEK.exec(text) ?? [];
	if (year === "" || year === "0000") return undefined;
	const monday = addDays(firstMonday(year), (Number(week) - 1) * 7);
	// Not for W00, nor for W53 in a year of 52 weeks.
	return formatWeek(monday) === text ? monday : undefined;
}

function firstOf(text: string): UtcDate | undefined {
	return MONTH.test(text) ? (`${text}-01` as UtcDate) : undefined;
}

function firstMonday(year: string): UtcDate {
	const date = `${year}-01-04` as UtcDate;
	return addDays(date, -weekday(date));
}
