import fc from "fast-check";
import { expect, it, test } from "vitest";
import { markWords } from "@/lib/search/marks";

const marked = (text: string, ...words: string[]) =>
	markWords(text, new Set(words)).map(([start, end]) => text.slice(start, end));

test.for<[string, string[], string[]]>([
	["Robots and a robot's arm", ["robots", "robot"], ["Robots", "robot"]],
	["Álvarez, Øst, Straße", ["alvarez", "ost", "strasse"], ["Álvarez", "Øst", "Straße"]],
	["a\u0301lvarez", ["alvarez"], ["a\u0301lvarez"]],
	["fine-tuning, fine tuning", ["finetuning"], ["fine-tuning"]],
	["fine-tuning", ["tuning"], ["tuning"]],
	["🙂 robots 🙂", ["robots"], ["robots"]],
	["<b>robots</b>", ["robots"], ["robots"]],
	["robotics", ["robot"], []],
])("in %s", ([text, words, expected]) => {
	expect(marked(text, ...words)).toEqual(expected);
});

it("gives marks in order, apart from each other, within the text", () => {
	fc.assert(
		fc.property(fc.string({ unit: "binary" }), fc.array(fc.string({ maxLength: 3 })), (text, words) => {
			let end = 0;
			for (const [start, next] of markWords(text, new Set(words))) {
				expect(start).toBeGreaterThanOrEqual(end);
				expect(next).toBeGreaterThan(start);
				end = next;
			}
			expect(end).toBeLessThanOrEqual(text.length);
		}),
	);
});
