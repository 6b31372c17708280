import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSameName } from "@/lib/claims/names";

describe("isSameName", () => {
	it.each([
		["Evan Hubinger", "evan HUBINGER"],
		["Carberry, Josiah", "Josiah Carberry"],
		["José García-Márquez", "Jose Garcia Marquez"],
		["Wei Wang", "Wang Wei"],
		["J. Carberry", "Carberry, J."],
		["Мария Иванова", "Иванова Мария"],
		["王 伟", "伟 王"],
	])("takes %j for %j", (one, other) => {
		expect(isSameName(one, other)).toBe(true);
		expect(isSameName(other, one)).toBe(true);
	});

	it.each([
		["J. Carberry", "Josiah Carberry"],
		["Josiah S. Carberry", "Josiah Carberry"],
		["Josiah Carberry Carberry", "Josiah Carberry"],
		["Josiah", "Josiah"],
		["", ""],
		["", "Josiah Carberry"],
		["Josiаh Carberry", "Josiah Carberry"],
		["Jo Siah Carberry", "Josiah Carberry"],
	])("does not take %j for %j", (one, other) => {
		expect(isSameName(one, other)).toBe(false);
	});

	it("takes a name for itself in any order of its words, and for none with a word more", () => {
		const word = fc.stringMatching(/^[A-Za-zÀ-ÿ]{2,9}$/).filter((text) => /^[a-zà-ÿ]+$/i.test(text));
		const words = fc.array(word, { minLength: 2, maxLength: 5 });
		fc.assert(
			fc.property(
				words.chain((name) => fc.tuple(fc.constant(name), fc.shuffledSubarray(name, { minLength: name.length }), word)),
				([name, shuffled, more]) => {
					expect(isSameName(name.join(" "), shuffled.join(" "))).toBe(true);
					expect(isSameName(name.join(" "), [...shuffled, more].join(" "))).toBe(false);
				},
			),
		);
	});
});
