import fc from "fast-check";
import { expect, it } from "vitest";
import { invertName, isOrganization, splitName } from "@/lib/papers/citation/names";
import { foldLine } from "@/lib/papers/citation/text";

it.each([
	["Evan Hubinger", "Hubinger, Evan"],
	["Wil M. P. van der Aalst", "van der Aalst, Wil M. P."],
	["Éric de la Clergerie", "de la Clergerie, Éric"],
	["Mark Van der Merwe", "Van der Merwe, Mark"],
	["Guy Van den Broeck", "Van den Broeck, Guy"],
	["Benjamin Van Durme", "Van Durme, Benjamin"],
	["Kiet Van Nguyen", "Nguyen, Kiet Van"],
	["Antonio De Domenico", "De Domenico, Antonio"],
	["Javier de la Rosa", "de la Rosa, Javier"],
	["Luca Della Libera", "Della Libera, Luca"],
	["Ismail Ben Ayed", "Ben Ayed, Ismail"],
	["Ben Poole", "Poole, Ben"],
	["Yousef bin Salman", "bin Salman, Yousef"],
	["Muhammad al-Khwarizmi", "al-Khwarizmi, Muhammad"],
	["Xue Bin Peng", "Peng, Xue Bin"],
	["Di He", "He, Di"],
	["Bin jin", "jin, Bin"],
	["Antonio Laverghetta Jr.", "Laverghetta, Antonio, Jr."],
	["Antonio Laverghetta, Jr.", "Laverghetta, Antonio, Jr."],
	["William H. Guss III", "Guss, William H., III"],
	["Flor Miriam Plaza-del-Arco", "Plaza-del-Arco, Flor Miriam"],
	["S. -H. Gary Chan", "Chan, S.-H. Gary"],
	['Linxi "Jim" Fan', 'Fan, Linxi "Jim"'],
	["Rory O'Brien", "O'Brien, Rory"],
	["Fei-Fei Li", "Li, Fei-Fei"],
	["Qingyao Ai", "Ai, Qingyao"],
])("turns %s into %s", (name, inverted) => expect(invertName(name, ", ")).toBe(inverted));

it.each([
	"OpenAI",
	"DeepSeek-AI",
	"Qwen Team",
	"Team Hunyuan3D",
	"GLM-4. 5 Team",
	"LG AI Research",
	"Arcee AI",
	"o3 contributors",
])("takes the organisation %s whole", (name) => {
	expect([splitName(name), isOrganization(name)]).toEqual([undefined, true]);
});

it.each(["Linus", "王小明", "王 小明", "김 철수", "Ada and Grace", "Knuth, Donald", "others", "", "a = b", "Wei II"])(
	"takes %j whole",
	(name) => expect([splitName(name), isOrganization(name)]).toEqual([undefined, false]),
);

it("loses no word of any name", () => {
	const word = fc.constantFrom(
		"Ada",
		"van",
		"Van",
		"der",
		"de",
		"De",
		"El",
		"Nguyen",
		"Jr.",
		"III",
		"O'Neil",
		"J.-P.",
		"é",
		"Q",
	);
	fc.assert(
		fc.property(fc.array(word, { minLength: 1, maxLength: 7 }), (words) => {
			const name = words.join(" ");
			const parts = splitName(name);
			const kept = parts ? [parts.given, parts.family, parts.suffix].filter(Boolean).join(" ") : name;
			expect(kept).toBe(name);
			if (parts) expect([parts.given, parts.family]).not.toContain("");
		}),
	);
	fc.assert(
		fc.property(fc.string({ unit: "binary" }), (any) => {
			const letters = (text: string) => [...text.replace(/[\s,]/g, "")].sort();
			expect(letters(invertName(any, ", "))).toEqual(letters(foldLine(any)));
		}),
	);
});
