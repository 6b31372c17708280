import fc from "fast-check";
import { expect, test } from "vitest";
import type { Schedule } from "@/lib/subscribers/choices";
import { describeSchedule, findDueDay, findNextDay, readClock } from "@/lib/subscribers/schedule";
import { isTimeZone, listTimeZones } from "@/lib/subscribers/time-zones";
import { addDays, parseUtcDate, startOfDay, type UtcDate } from "@/lib/time";
import { ZONES } from "@/tests/fakes/time-zones";

const QUARTER = 15 * 60 * 1000;
const day = (text: string) => parseUtcDate(text) as UtcDate;
const at = (text: string) => new Date(text);
const always = at("2020-01-01T00:00:00Z");
const daily: Schedule = { rhythm: "daily", weekday: 1, hour: 8, timeZone: "UTC", pausedUntil: null };

/**
 * Runs each quarter of an hour, and gives the days whose mail was planned, in order, and those that were too late. What was due
 * before has been planned before.
 */
function simulate(schedule: (now: Date) => Schedule, from: Date, to: Date, runs: (now: Date) => boolean = () => true) {
	const [planned, late] = [new Set<UtcDate>(), new Set<UtcDate>()];
	const before = findDueDay(schedule(from), always, new Date(from.getTime() - QUARTER))?.date;
	for (let time = from.getTime(); time < to.getTime(); time += QUARTER) {
		const now = new Date(time);
		if (!runs(now)) continue;
		const due = findDueDay(schedule(now), always, now);
		if (!due || due.date === before || planned.has(due.date)) continue;
		planned.add(due.date);
		if (due.isLate) late.add(due.date);
	}
	return { planned: [...planned], late: [...late] };
}

/** All days of a stretch, both included. */
function daysFrom(first: UtcDate, last: UtcDate): UtcDate[] {
	const days: UtcDate[] = [];
	for (let date = first; date <= last; date = addDays(date, 1)) days.push(date);
	return days;
}

test.each(ZONES.map((timeZone, index) => [timeZone, [2, 0, 3, 23][index % 4] ?? 0] as const))(
	"a year in %s brings one mail each local day, at %i o'clock",
	(timeZone, hour) => {
		const schedule = { ...daily, timeZone, hour };
		const { planned, late } = simulate(() => schedule, at("2026-01-02T00:00:00Z"), at("2027-01-02T00:00:00Z"));
		expect(planned).toEqual(daysFrom(planned[0] as UtcDate, planned.at(-1) as UtcDate));
		expect(planned).toHaveLength(365);
		expect(late).toEqual([]);
	},
);

test("however often the zone is changed, each day on which its clock has shown the hour has one mail", () => {
	const from = at("2026-03-28T00:00:00Z");
	const HALF_HOURS = 144;
	const zones = fc.array(fc.constantFrom(...ZONES), { minLength: 1, maxLength: 12 });
	fc.assert(
		fc.property(zones, (zonesInTurn) => {
			const each = HALF_HOURS / zonesInTurn.length;
			const turnAt = (now: Date) => Math.floor((now.getTime() - from.getTime()) / QUARTER / 2 / each);
			const zoneAt = (now: Date) => zonesInTurn[Math.max(0, turnAt(now))] ?? "UTC";
			const changedAt = (now: Date) => new Date(from.getTime() + Math.ceil(turnAt(now) * each * 2) * QUARTER);
			const [had, shown] = [[] as UtcDate[], new Set<UtcDate>()];
			for (let quarter = 0; quarter < HALF_HOURS * 2; quarter += 1) {
				const now = new Date(from.getTime() + quarter * QUARTER);
				const schedule = { ...daily, timeZone: zoneAt(now) };
				const clock = readClock(now, schedule.timeZone);
				if (clock.hours >= schedule.hour) shown.add(clock.date);
				const due = findDueDay(schedule, changedAt(now), now);
				if (due && !had.includes(due.date)) had.push(due.date);
			}
			expect([...had].sort()).toEqual([...shown].sort());
		}),
		{ numRuns: 30 },
	);
});

test.each([
	[6, "2026-06-09", false],
	[11, "2026-06-09", false],
	[13, "2026-06-09", true],
])("after an outage of %i hours the mail of 20:00 on that day is planned; too late: %s %s", (hours, date, isLate) => {
	const due = at("2026-06-09T20:00:00Z");
	const { planned, late } = simulate(
		() => ({ ...daily, hour: 20 }),
		due,
		new Date(due.getTime() + 20 * 3_600_000),
		(now) => now.getTime() >= due.getTime() + hours * 3_600_000,
	);
	expect(planned).toEqual([date]);
	expect(late).toEqual(isLate ? [date] : []);
});

test("who has just confirmed, or chosen an earlier hour, gets today's at once, however late, and nothing of yesterday", () => {
	const now = at("2026-06-09T23:00:00Z");
	expect(findDueDay(daily, now, now)).toEqual({ date: "2026-06-09", isLate: false });
	expect(findDueDay({ ...daily, hour: 23 }, at("2026-06-09T07:00:00Z"), at("2026-06-09T07:15:00Z"))).toBeUndefined();
});

test.each([
	[{ rhythm: "weekdays" }, ["2026-06-05", "2026-06-08", "2026-06-09"]],
	[{ rhythm: "weekly", weekday: 7 }, ["2026-06-07"]],
	[{ rhythm: "weekly", weekday: 1 }, ["2026-06-08"]],
	[{ pausedUntil: day("2026-06-08") }, ["2026-06-08", "2026-06-09"]],
] as const)("by %j mail comes on %j", (choice, days) => {
	const schedule = { ...daily, ...choice };
	const { planned } = simulate(() => schedule, at("2026-06-05T00:00:00Z"), at("2026-06-10T00:00:00Z"));
	expect(planned).toEqual(days);
});

test("the next mail is that which comes", () => {
	const choices = fc.record({
		rhythm: fc.constantFrom("daily" as const, "weekdays" as const, "weekly" as const),
		weekday: fc.integer({ min: 1, max: 7 }),
		hour: fc.integer({ min: 0, max: 23 }),
		timeZone: fc.constantFrom(...ZONES),
		pausedUntil: fc.constantFrom(null, day("2026-06-12")),
	});
	fc.assert(
		fc.property(choices, fc.integer({ min: 0, max: 3000 }), (schedule, quarters) => {
			const now = new Date(startOfDay(day("2026-06-01")).getTime() + quarters * QUARTER);
			// Whose mail of today is out.
			const today = readClock(now, schedule.timeZone).date;
			const next = findNextDay(schedule, now, today);
			const later = simulate(() => schedule, now, new Date(now.getTime() + 20 * 96 * QUARTER)).planned;
			expect(later.filter((date) => date > today)[0]).toBe(next);
		}),
		{ numRuns: 50 },
	);
});

test.each([
	[{}, "Every day at 08:00 in UTC"],
	[{ rhythm: "weekly", timeZone: "Europe/Berlin" }, "Mondays at 08:00 in Europe/Berlin"],
	[{ rhythm: "weekdays", hour: 23 }, "Mondays to Fridays at 23:00 in UTC"],
] as const)("%j is told as %s", (choice, words) => {
	expect(describeSchedule({ ...daily, ...choice })).toBe(words);
});

test.each(["", "Mars/Olympus", "EST", "CET", "+02:00", "UTC+2", "../etc/passwd", "Europe/Berlin'", "a/b/c/d"])(
	"%j is no time zone",
	(text) => {
		expect(isTimeZone(text)).toBe(false);
	},
);

test("all zones that are offered are time zones, and so are their older names", () => {
	for (const zone of [...listTimeZones(), "Asia/Calcutta", "Asia/Kolkata", "America/Buenos_Aires"]) {
		expect([zone, isTimeZone(zone)]).toEqual([zone, true]);
	}
});
