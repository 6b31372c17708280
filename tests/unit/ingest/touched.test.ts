import { expect, it } from "vitest";
import { nothingTouched, touch, touchedPaths } from "@/lib/ingest/touched";
import type { UtcDate } from "@/lib/time";

it("names the pages of papers and days, and the newest edition's with any day", () => {
	const touched = nothingTouched();
	expect(touchedPaths(touched)).toEqual([]);
	touch(touched, { papers: ["hep-th/9901001"], days: [] });
	expect(touchedPaths(touched)).toContain("/papers/hep-th/9901001");
	expect(touchedPaths(touched)).not.toContain("/papers/date/newest");
	expect(touchedPaths(touched)).toContain("/papers/week/[week]/[[...view]]");
	touch(touched, { papers: [], days: ["2026-06-05" as UtcDate] });
	expect(touchedPaths(touched)).toEqual(
		expect.arrayContaining([
			"/papers/date/newest",
			"/papers/date/2026-06-05",
			"/papers/date/2026-06-05/rising",
			"/papers/hep-th/9901001",
		]),
	);
});

it("names everything, and holds nothing more, after a long run", () => {
	const touched = nothingTouched();
	touch(touched, { papers: Array.from({ length: 2000 }, (_, index) => `2606.${10_000 + index}`), days: [] });
	touch(touched, { papers: ["2606.00001"], days: [] });
	expect(touchedPaths(touched)).toBe("everything");
	expect(touched.papers.size).toBe(0);
});
