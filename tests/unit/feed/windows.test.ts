import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatWindow, formatWindowShort, monthWeeks, parseWindow, windowOf } from "@/lib/feed/windows";
import { addDays, daysBetween, startOfDay, type UtcDate, utcDateOf } from "@/lib/time";

it("lays out June 2026 from Monday to Sunday", () => {
	const weeks = monthWeeks("2026-06-08" as UtcDate);
	expect(weeks).toHaveLength(5);
	expect(weeks[1]?.[0]).toBe("2026-06-08");
	expect(weeks[4]).toEqual(["2026-06-29", "2026-06-30", null, null, null, null, null]);
});

it("holds every day of any month once, each under its weekday", () => {
	const anyDay = fc
		.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
		.map(utcDateOf);
	fc.assert(
		fc.property(anyDay, (date) => {
			const weeks = monthWeeks(date);
			const days = weeks.flat().filter((day) => day !== null);
			const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
			expect(days).toHaveLength(new Date(Date.UTC(year, month, 0)).getUTCDate());
			expect(new Set(days).size).toBe(days.length);
			for (const week of weeks)
				for (const [weekday, day] of week.entries())
					if (day) expect((startOfDay(day).getUTCDay() + 6) % 7).toBe(weekday);
		}),
	);
});

const today = "2026-11-24" as UtcDate;
const anyDate = fc
	.date({ min: new Date("1992-01-01"), max: new Date("2026-11-24"), noInvalidDate: true })
	.map(utcDateOf);

describe("weeks", () => {
	it.for([
		["2026-06-08", "2026-W24"],
		["2026-06-14", "2026-W24"],
		["2021-01-03", "2020-W53"],
		["2021-01-04", "2021-W01"],
		["2018-12-31", "2019-W01"],
		["2016-01-03", "2015-W53"],
	] as const)("%s is in %s", ([date, week]) => {
		expect(windowOf("week", date as UtcDate).key).toBe(week);
		expect(parseWindow("week", week, today)).toEqual(windowOf("week", date as UtcDate));
	});

	it.for(["2026-W00", "2026-W54", "2025-W53", "2026-w24", "2026-24", "2026-W1", "26-W24", "0000-W01", ""])(
		"%s is none",
		(text) => expect(parseWindow("week", text, today)).toBeUndefined(),
	);
});

it("knows no month or week that is wholly in the future, or before arXiv", () => {
	expect(parseWindow("month", "2026-11", today)?.last).toBe("2026-11-30");
	expect(parseWindow("month", "2026-12", today)).toBeUndefined();
	expect(parseWindow("week", "2026-W48", today)).toBeDefined();
	expect(parseWindow("week", "2026-W49", today)).toBeUndefined();
	expect(parseWindow("month", "1991-08", today)).toBeDefined();
	expect(parseWindow("month", "1991-07", today)).toBeUndefined();
	for (const text of ["2026-13", "2026-00", "2026-6", "2026"])
		expect(parseWindow("month", text, today)).toBeUndefined();
});

it("puts every day into one week of seven days and one month, whose addresses lead back to them", () => {
	fc.assert(
		fc.property(anyDate, (date) => {
			for (const kind of ["week", "month"] as const) {
				const window = windowOf(kind, date);
				expect(window.first <= date && date <= window.last).toBe(true);
				expect(parseWindow(kind, window.key, today)).toEqual(window);
				expect(windowOf(kind, addDays(window.last, 1)).first).toBe(addDays(window.last, 1));
			}
			expect(daysBetween(windowOf("week", date).first, windowOf("week", date).last)).toBe(6);
		}),
	);
});

it("names them", () => {
	const day = "2026-06-30" as UtcDate;
	expect(formatWindow(windowOf("date", day))).toBe("Tuesday, June 30, 2026");
	expect(formatWindow(windowOf("week", day))).toBe("June 29 – July 5, 2026");
	expect(formatWindow(windowOf("week", "2026-12-31" as UtcDate))).toBe("December 28, 2026 – January 3, 2027");
	expect(formatWindow(windowOf("month", day))).toBe("June 2026");
	expect(formatWindowShort(windowOf("date", day))).toBe("Jun 30");
	expect(formatWindowShort(windowOf("week", day))).toBe("Week 27");
	expect(formatWindowShort(windowOf("month", day))).toBe("Jun 2026");
});
