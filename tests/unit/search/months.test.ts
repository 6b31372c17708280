import fc from "fast-check";
import { expect, it, test } from "vitest";
import { markPeriod } from "@/lib/search/months";

const month = (name: string) => ({ month: name, papers: 1 });
const all = ["2026-05", "2026-04", "2026-02", "2025-12", "2025-03", "2025-01"].map(month);

test.for<[string[], string[]]>([
	[[], []],
	[["2026-05"], ["/m2026-05"]],
	[["2026-05", "2026-04"], ["/q2026-2"]],
	[["2026-05", "2026-04", "2026-02"], ["/y2026"]],
	[
		["2026-02", "2025-12"],
		["/q2026-1", "/q2025-4"],
	],
	[["2025-03"], ["/m2025-03"]],
])("%j is %j", ([months, marks]) => {
	expect(markPeriod(months.map(month), all)).toEqual(marks);
});

it("covers the months that are given, and no other that has papers", () => {
	fc.assert(
		fc.property(fc.subarray(all), (chosen) => {
			const marks = markPeriod(chosen, all);
			const covered = all.filter(({ month }) => {
				const quarter = `/q${month.slice(0, 4)}-${Math.ceil(Number(month.slice(5)) / 3)}`;
				return [`/m${month}`, quarter, `/y${month.slice(0, 4)}`].some((mark) => marks.includes(mark));
			});
			expect(covered).toEqual(chosen);
		}),
	);
});
