import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { createSeenLog } from "@/components/library/seen-log";

let now: number;
let sent: string[][];
let seenLog: ReturnType<typeof createSeenLog>;

beforeEach(() => {
	now = 0;
	sent = [];
	seenLog = createSeenLog({ send: (ids) => sent.push(ids), now: () => now });
});

describe("a paper that is scrolled past", () => {
	it("counts once it has stayed above for five seconds", () => {
		seenLog.move("a", "in");
		seenLog.move("a", "above");
		now = 4_999;
		seenLog.flush(false);
		expect(sent).toEqual([]);
		now = 5_000;
		seenLog.flush(false);
		expect(sent).toEqual([["a"]]);
	});

	it("does not count if the reader comes back to it, or has never had it in sight", () => {
		seenLog.move("a", "in");
		seenLog.move("a", "above");
		seenLog.move("a", "in");
		seenLog.move("jumped over", "above");
		seenLog.move("further down", "in");
		seenLog.move("further down", "below");
		now = 60_000;
		seenLog.flush(true);
		expect(sent).toEqual([]);
	});

	it("counts at once where the page is left", () => {
		seenLog.move("a", "in");
		seenLog.move("a", "above");
		seenLog.flush(true);
		expect(sent).toEqual([["a"]]);
	});
});

it("a paper that is opened counts at once, and each once", () => {
	seenLog.open("a");
	seenLog.open("a");
	seenLog.move("a", "in");
	seenLog.move("a", "above");
	seenLog.flush(true);
	expect(sent).toEqual([["a"]]);
});

it("whatever the reader does, no paper is sent twice and no call holds more than a hundred", () => {
	const act = fc.record({
		id: fc.nat(300).map(String),
		place: fc.constantFrom("in" as const, "above" as const, "below" as const),
		flush: fc.boolean(),
	});
	fc.assert(
		fc.property(fc.array(act, { maxLength: 2_000 }), (acts) => {
			const calls: string[][] = [];
			const log = createSeenLog({ send: (ids) => calls.push(ids), now: () => 0 });
			for (const { id, place, flush } of acts) {
				log.move(id, "in");
				log.move(id, place);
				if (flush) log.flush(true);
			}
			log.flush(true);
			const all = calls.flat();
			expect(new Set(all).size).toBe(all.length);
			expect(Math.max(0, ...calls.map((call) => call.length))).toBeLessThanOrEqual(100);
		}),
		{ numRuns: 50 },
	);
});
