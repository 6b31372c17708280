import fc from "fast-check";
import { expect, it } from "vitest";
import { monthWeeks } from "@/lib/feed/windows";
import { startOfDay, type UtcDate, utcDateOf } from "@/lib/time";

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
