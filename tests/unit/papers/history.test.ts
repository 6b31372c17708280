import { expect, it } from "vitest";
import { drawSparkline, thin, tracePoints } from "@/lib/papers/history";

const at = (time: string, upvotes: number) => ({ at: new Date(time), upvotes });

it("draws from the left edge to the right, the most at the top", () => {
	const history = [at("2026-06-08T00:00Z", 0), at("2026-06-08T12:00Z", 5), at("2026-06-09T00:00Z", 10)];
	expect(tracePoints(history, 46, 14, 1)).toBe("0,13 23,7 46,1");
});

it("says what it shows, and how many upvotes the last day brought", () => {
	const history = [at("2026-06-08T08:00Z", 2), at("2026-06-09T08:00Z", 14), at("2026-06-10T07:00Z", 55)];
	const now = new Date("2026-06-10T08:00:00Z");
	expect(drawSparkline(history, now)).toMatchObject({ label: "Upvotes: 2 on Jun 8, 55 on Jun 10", gain: 41 });
	expect(drawSparkline(history, new Date("2026-07-01T00:00:00Z"))?.gain).toBeUndefined();
});

it("draws nothing of a single instant", () => {
	expect(drawSparkline([], new Date())).toBeNull();
	expect(drawSparkline([at("2026-06-08T08:00Z", 2)], new Date())).toBeNull();
});

it("keeps the first and the last of many points", () => {
	const points = Array.from({ length: 101 }, (_, index) => index);
	expect(thin(points, 5)).toEqual([0, 25, 50, 75, 100]);
	expect(thin([1, 2], 5)).toEqual([1, 2]);
});
