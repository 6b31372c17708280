import { describe, expect, it } from "vitest";
import { planAll, type Wanted } from "@/lib/search/plan";
import { planMost } from "@/lib/search/plan-most";

const word = (lexeme: string, papers: number, titled = 0): Wanted => ({
	alternatives: [`'${lexeme}'`],
	papers,
	title: `'=${lexeme}'`,
	titled,
});

/** Ten years of ten thousand papers a month. */
const months = Array.from({ length: 120 }, (_, index) => ({
	month: `${2025 - Math.floor(index / 12)}-${String(12 - (index % 12)).padStart(2, "0")}`,
	papers: 10_000,
}));
const million = { papers: 1_200_000, months, allowed: months };
const few = [
	{ month: "2026-02", papers: 60 },
	{ month: "2025-12", papers: 40 },
];
const small = { papers: 100, months: few, allowed: few };

describe("papers with all words", () => {
	it("are all looked at where they are few", () => {
		expect(planAll([word("a", 50), word("b", 20)], [], small)?.query).toBe("('b' & 'a')");
		expect(planAll([word("rare", 300)], [], million)?.query).toBe("'rare'");
	});

	it("are looked for in the newest months where a word is in most papers", () => {
		expect(planAll([word("model", 700_000)], [], million)?.query).toBe("('model' & '/m2025-12')");
	});

	it("are those with the words in their titles where these are enough", () => {
		const query = planAll([word("model", 600_000, 3_000), word("language", 500_000, 9_000)], [], million)?.query;
		expect(query).toBe("('=model' & '=language')");
	});

	it("are counted by what else they must have", () => {
		const org = { query: "'/o1'", papers: 40 };
		expect(planAll([word("model", 700_000)], [org], million)?.query).toBe("('model' & '/o1')");
		expect(planAll([], [org], million)?.query).toBe("'/o1'");
		expect(planAll([], [{ query: "!'x'", papers: null }], small)?.query).toBe("!'x'");
	});

	it("are of the months asked for alone", () => {
		expect(planAll([word("rare", 10)], [], { ...small, allowed: few.slice(1) })?.query).toBe("('rare' & '/y2025')");
		expect(planAll([word("rare", 10)], [], { ...small, allowed: [] })).toBeUndefined();
	});
});

describe("papers with most words", () => {
	it("have one of the known words where papers are few", () => {
		const words = [word("a", 50), word("b", 20), word("unknown", 0)];
		expect(planMost(words, [], small)?.query).toBe("('b' | 'a')");
		expect(planMost([word("unknown", 0)], [], small)).toBeUndefined();
	});

	it("have several of them, one of which is rare, where papers are many", () => {
		const words = [word("model", 700_000), word("data", 500_000), word("some", 8_000), word("rare", 1_500)];
		expect(planMost(words, [], million)?.query).toBe("('rare' & (('some' & ('data' | 'model')) | ('data' & 'model')))");
		const rarer = [word("a", 100), word("b", 200), word("data", 500_000)];
		expect(planMost(rarer, [], million)?.query).toBe("('a' | 'b')");
	});

	it("have the rarest and one of the next two where no word is rare", () => {
		const words = [word("model", 200_000), word("data", 100_000), word("some", 60_000), word("rarest", 9_000)];
		expect(planMost(words, [], million)?.query).toBe("('rarest' & ('some' | 'data') & 'model')");
	});

	it("are looked for among the newest where each word is in most papers", () => {
		const words = [word("model", 700_000), word("data", 500_000)];
		expect(planMost(words, [], million)?.query).toBe("(('data' & 'model') & '/m2025-12')");
	});
});
