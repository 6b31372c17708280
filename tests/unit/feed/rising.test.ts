import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HALF_LIFE_HOURS, risingExponent, risingScore } from "@/lib/feed/rising";

const HOUR_MS = 3_600_000;

const at = (text: string) => new Date(`${text}Z`);
const seen = (text: string, upvotes: number) => ({ capturedAt: at(text), upvotes });
const later = (instant: Date, hours: number) => new Date(instant.getTime() + hours * HOUR_MS);

const anyInstant = fc.date({ min: at("2010-01-01"), max: at("2090-01-01"), noInvalidDate: true });
const anyVotes = fc.array(anyInstant, { maxLength: 20 });
const anyCaptures = fc.uniqueArray(fc.record({ capturedAt: anyInstant, upvotes: fc.nat(30) }), {
	selector: ({ capturedAt }) => capturedAt.getTime(),
	maxLength: 8,
});

describe("one vote", () => {
	it("counts the days since the first moment of 2024", () => {
		expect(risingExponent(at("2024-01-01T00:00"))).toBe(0);
		expect(risingScore([at("2024-01-01T00:00")], [])).toBe(0);
		expect(risingScore([at("2024-01-11T00:00")], [])).toBe(10);
		expect(risingScore([at("2024-01-11T12:00")], [])).toBe(10.5);
		expect(risingScore([at("2023-12-31T00:00")], [])).toBe(-1);
	});

	it("stands level with two of a half-life before", () => {
		const noon = at("2026-06-08T12:00");
		const before = later(noon, -HALF_LIFE_HOURS);
		expect(risingScore([noon], [])).toBe(risingScore([before, before], []));
	});

	it("of today stands before any number up to 127 of a week ago", () => {
		const today = risingScore([at("2026-06-08T12:00")], []);
		expect(risingScore([], [seen("2026-06-01T12:00", 127)])).toBeLessThan(today);
		expect(risingScore([], [seen("2026-06-01T12:00", 128)])).toBe(today);
	});
});

describe("votes together", () => {
	it("add their weights: 1 + 1 + 2 = 4", () => {
		expect(risingScore([at("2024-01-01T00:00"), at("2024-01-01T00:00"), at("2024-01-02T00:00")], [])).toBe(2);
	});

	it("are none: the score is below all others", () => {
		expect(risingScore([], [])).toBe(Number.NEGATIVE_INFINITY);
		expect(risingScore([], [seen("2026-06-08T12:00", 0)])).toBe(Number.NEGATIVE_INFINITY);
	});

	it("weigh alike with an endless half-life", () => {
		const captures = [seen("2024-01-01T00:00", 3), seen("2026-01-01T00:00", 8)];
		expect(risingScore([], captures, Number.POSITIVE_INFINITY)).toBe(3);
	});
});

describe("an imported count", () => {
	const monday = "2024-01-01T00:00";
	const tuesday = "2024-01-02T00:00";
	const wednesday = "2024-01-03T00:00";

	it("enters as votes at the capture that saw it, later ones with what they have more", () => {
		expect(risingScore([], [seen(monday, 16)])).toBe(4);
		// 4 votes of weight 1, and 6 of weight 2.
		expect(risingScore([], [seen(monday, 4), seen(tuesday, 10)])).toBe(4);
		expect(risingScore([], [seen(tuesday, 10), seen(monday, 4)])).toBe(4);
	});

	it("that stays as it is adds nothing", () => {
		expect(risingScore([], [seen(monday, 16), seen(tuesday, 16)])).toBe(4);
	});

	it("that falls loses the latest of its votes", () => {
		expect(risingScore([], [seen(monday, 4), seen(tuesday, 10), seen(wednesday, 4)])).toBe(2);
		expect(risingScore([], [seen(monday, 16), seen(tuesday, 1)])).toBe(0);
		expect(risingScore([], [seen(monday, 16), seen(tuesday, 0)])).toBe(Number.NEGATIVE_INFINITY);
	});

	it("is the votes that the definition names, one by one", () => {
		fc.assert(
			fc.property(anyVotes, anyCaptures, (votes, captures) => {
				const oldestFirst = captures.toSorted((a, b) => a.capturedAt.getTime() - b.capturedAt.getTime());
				const imported = Array.from({ length: oldestFirst.at(-1)?.upvotes ?? 0 }, (_, index) => {
					const isHeldFrom = (from: number) => oldestFirst.slice(from).every(({ upvotes }) => upvotes >= index + 1);
					return oldestFirst.find((_, from) => isHeldFrom(from))?.capturedAt ?? new Date(Number.NaN);
				});
				expectClose(risingScore(votes, captures), risingScore([...votes, ...imported], []));
			}),
		);
	});
});

describe("any votes", () => {
	it("one day later score one more, so that time alone moves no paper past another", () => {
		fc.assert(
			fc.property(anyVotes, anyCaptures, fc.integer({ min: -500, max: 500 }), (votes, captures, days) => {
				const moved = risingScore(
					votes.map((vote) => later(vote, 24 * days)),
					captures.map(({ capturedAt, upvotes }) => ({ capturedAt: later(capturedAt, 24 * days), upvotes })),
				);
				expectClose(moved, risingScore(votes, captures) + days);
			}),
		);
	});

	it("never score less for one more, nor less than any one of them alone", () => {
		fc.assert(
			fc.property(anyVotes, anyInstant, (votes, one) => {
				const all = risingScore([...votes, one], []);
				expect(all).toBeGreaterThanOrEqual(risingScore(votes, []));
				expect(all).toBeGreaterThanOrEqual(risingScore([one], []));
			}),
		);
	});

	it("score the same in whatever order they came", () => {
		fc.assert(
			fc.property(anyVotes, (votes) => expectClose(risingScore(votes.toReversed(), []), risingScore(votes, []))),
		);
	});
});

function expectClose(actual: number, expected: number) {
	if (Number.isFinite(expected)) expect(Math.abs(actual - expected)).toBeLessThan(1e-9);
	else expect(actual).toBe(expected);
}
