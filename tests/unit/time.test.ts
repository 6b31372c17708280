import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	addDays,
	daysBetween,
	formatLongDate,
	formatMinute,
	formatMonthDay,
	formatMonthDayYear,
	formatMonthYear,
	formatRange,
	parseUtcDate,
	startOfDay,
	type UtcDate,
	utcDateOf,
} from "@/lib/time";

const dates = fc
	.date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9998-12-31T23:59:59Z"), noInvalidDate: true })
	.map(utcDateOf);

/** Since when all calendars of Intl agree. */
const modernDates = fc
	.date({ min: new Date("1900-01-01T00:00:00Z"), max: new Date("2999-12-31T23:59:59Z"), noInvalidDate: true })
	.map(utcDateOf);

describe("parseUtcDate", () => {
	it("reads every day that the calendar has", () => {
		fc.assert(
			fc.property(dates, (date) => {
				expect(parseUtcDate(date)).toBe(date);
			}),
		);
	});

	it.each([
		"2026-02-30",
		"2026-13-01",
		"2025-02-29",
		"2026-00-10",
		"2026-6-8",
		"20260608",
		"2026-06-08T00:00",
		"",
		"today",
	])("refuses %j", (text) => expect(parseUtcDate(text)).toBeUndefined());

	it("refuses whatever it can't give back unchanged", () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				const date = parseUtcDate(text);
				if (date !== undefined) expect(utcDateOf(startOfDay(date))).toBe(text);
			}),
		);
	});
});

describe("days", () => {
	it("come back when added and taken away", () => {
		fc.assert(
			fc.property(dates, fc.integer({ min: 0, max: 300 }), (date, days) => {
				expect(addDays(addDays(date, days), -days)).toBe(date);
				expect(daysBetween(date, addDays(date, days))).toBe(days);
			}),
		);
	});

	it("cross leap days and years", () => {
		expect(addDays("2024-02-28" as UtcDate, 1)).toBe("2024-02-29");
		expect(addDays("2025-12-31" as UtcDate, 1)).toBe("2026-01-01");
	});

	it("are printed the same in every time zone of the machine", () => {
		expect(formatLongDate("2026-06-08" as UtcDate)).toBe("Monday, June 8, 2026");
		expect(formatMonthDay("2026-06-08" as UtcDate)).toBe("Jun 8");
		expect(formatMinute(new Date("2026-06-08T00:05:30Z"))).toBe("Jun 8, 00:05 UTC");
	});
	it("are printed as English prints them", () => {
		const printers = [
			[formatLongDate, { weekday: "long", month: "long", day: "numeric", year: "numeric" }],
			[formatMonthDay, { month: "short", day: "numeric" }],
			[formatMonthDayYear, { month: "short", day: "numeric", year: "numeric" }],
			[formatMonthYear, { month: "long", year: "numeric" }],
		] as const;
		for (const [print, options] of printers) {
			const english = new Intl.DateTimeFormat("en-US", { timeZone: "UTC", ...options });
			fc.assert(
				fc.property(modernDates, (date) => {
					expect(print(date)).toBe(english.format(startOfDay(date)));
				}),
			);
		}
	});

	it("are printed with no more than two of them don't share", () => {
		const options = { timeZone: "UTC", month: "long", day: "numeric", year: "numeric" } as const;
		const english = new Intl.DateTimeFormat("en-US", options);
		fc.assert(
			fc.property(modernDates, fc.integer({ min: 0, max: 400 }), (first, days) => {
				const last = addDays(first, days);
				// Which spaces stand around the dash differs between versions of Intl's tables.
				const expected = english.formatRange(startOfDay(first), startOfDay(last)).replace(/\s/g, " ");
				expect(formatRange(first, last)).toBe(expected);
			}),
		);
	});
});
