import fc from "fast-check";
import { expect, it, test } from "vitest";
import { countSlips, nearestWord } from "@/lib/search/spelling";

test.for<[string, string, number]>([
	["model", "model", 0],
	["modl", "model", 1],
	["modell", "model", 1],
	["medel", "model", 1],
	["mdoel", "model", 1],
	["mdole", "model", 2],
	["", "abc", 3],
	["abc", "", 3],
	["naïve", "naive", 1],
])("%s is %s by so many slips: %i", ([from, to, slips]) => {
	expect(countSlips(from, to)).toBe(slips);
});

it("counts the same in both directions, and never more than the longer word has letters", () => {
	fc.assert(
		fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
			const slips = countSlips(one, other);
			expect(slips).toBe(countSlips(other, one));
			expect(slips).toBeLessThanOrEqual(Math.max([...one].length, [...other].length));
		}),
	);
});

it("takes the nearest word, of equally near ones the commonest", () => {
	const known = [
		{ word: "transformed", papers: 900 },
		{ word: "transformer", papers: 50 },
		{ word: "transformers", papers: 70 },
	];
	expect(nearestWord("transformr", known)).toBe("transformer");
	expect(nearestWord("transforme", known)).toBe("transformed");
	expect(nearestWord("cat", [{ word: "dogs", papers: 1 }])).toBeUndefined();
});
