import { addDays, startOfDay, type UtcDate } from "../time";
import type { Schedule } from "./choices";

/** What is later than this is not sent: the next one is nearer. */
export const LATE_HOURS = 12;

const WEEKDAYS = ["Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"];

/** What a clock on a wall shows: the day, and the hours since its midnight with their fraction. */
export type WallClock = { date: UtcDate; hours: number };

const formatters = new Map<string, Intl.DateTimeFormat>();

/** What the clock shows in a time zone. */
export function readClock(now: Date, timeZone: string): WallClock {
	let formatter = formatters.get(timeZone);
	if (!formatter) {
		// Swedish writes days as we do: 2026-06-08 14:30.
		formatter = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
		formatters.set(timeZone, formatter);
	}
	const [date = "", time = ""] = formatter.format(now).split(" ");
	const [hours = 0, minutes = 0] = time.split(":").map(Number);
	return { date: date as UtcDate, hours: hours + minutes / 60 };
}

/** Whether a day is one on which mail comes, whatever the hour. */
function isMailDay({ rhythm, weekday, pausedUntil }: Schedule, date: UtcDate): boolean {
	if (pausedUntil !== null && date < pausedUntil) return false;
	const isoWeekday = startOfDay(date).getUTCDay() || 7;
	if (rhythm === "weekly") return isoWeekday === weekday;
	return rhythm === "daily" || isoWeekday <= 5;
}

/**
 * The local day whose mail is due: the one whose hour has come last, which an outage may have left for after midnight. What is
 * too late is due as well, and says so. Of those who have just confirmed, or chosen another hour, it is today's or none, and
 * never late. lib/digest/due.ts has the same rule for Postgres, and a test holds the two together.
 *
 * @param since when they confirmed, or chose last
 */
export function findDueDay(schedule: Schedule, since: Date, now: Date): { date: UtcDate; isLate: boolean } | undefined {
	const { date: today, hours } = readClock(now, schedule.timeZone);
	const isToday = hours >= schedule.hour;
	const date = isToday ? today : addDays(today, -1);
	const lateBy = hours - schedule.hour + (isToday ? 0 : 24);
	const wasSo = since.getTime() <= now.getTime() - lateBy * 3_600_000;
	if (!(isToday || (wasSo && isDayBefore(date, hours, schedule.timeZone, now)))) return undefined;
	if (!isMailDay(schedule, date)) return undefined;
	return { date, isLate: wasSo && lateBy > LATE_HOURS };
}

/** Whether a day was the one before today: a zone that moves over the date line leaves one out. */
function isDayBefore(date: UtcDate, hoursToday: number, timeZone: string, now: Date): boolean {
	// Three hours before midnight, as clocks may have been moved since.
	const evening = new Date(now.getTime() - (hoursToday + 3) * 3_600_000);
	return readClock(evening, timeZone).date === date;
}

/**
 * The next local day on which mail comes.
 *
 * @param lastDay the newest that has had its mail
 */
export function findNextDay(schedule: Schedule, now: Date, lastDay: UtcDate | undefined): UtcDate {
	const { date: today } = readClock(now, schedule.timeZone);
	let day = lastDay !== undefined && lastDay >= today ? addDays(lastDay, 1) : today;
	if (schedule.pausedUntil !== null && day < schedule.pausedUntil) day = schedule.pausedUntil;
	while (!isMailDay(schedule, day)) day = addDays(day, 1);
	return day;
}

/** `Mondays at 08:00 in America/New York` */
export function describeSchedule({ rhythm, weekday, hour, timeZone }: Schedule): string {
	const days = rhythm === "weekly" ? WEEKDAYS[weekday - 1] : rhythm === "weekdays" ? "Mondays to Fridays" : "Every day";
	return `${days} at ${String(hour).padStart(2, "0")}:00 in ${timeZone.replaceAll("_", " ")}`;
}
