import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanNames, cleanText } from "@/lib/ingest/normalise/text";

const text = fc.oneof(
	fc.string({ unit: "binary" }),
	fc.string({ unit: "grapheme" }),
	// Lone halves of surrogate pairs, as JSON can hold them.
	fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
);

describe("cleanText", () => {
	it.each([
		["Retrieval-Based Planner\n  Alignment", "Retrieval-Based Planner Alignment"],
		["\ttwo\r\nlines ", "two lines"],
		["Jose\u0301", "José"],
		["a\u0000b\u001b[31m", "ab[31m"],
		["pay\u202Egnp.exe\u2069", "paygnp.exe"],
		["zero\u200Bwidth\uFEFF", "zerowidth"],
		["soft\u00ADhyphen and\u2028a line", "softhyphen and a line"],
		["half \uD83D of a pair", "half of a pair"],
		["hidden \u{E0041}\u{E0042}tags", "hidden tags"],
		["I ❤️ $\\mu$LO & <b>", "I ❤️ $\\mu$LO & <b>"],
		["non\u00A0breaking\u3000wide", "non breaking wide"],
	])("makes %j into %j", (given, clean) => expect(cleanText(given)).toBe(clean));

	it("leaves nothing to clean", () => {
		fc.assert(fc.property(text, (any) => void expect(cleanText(cleanText(any))).toBe(cleanText(any))));
	});

	it("gives one well-formed line without anything unseen", () => {
		fc.assert(
			fc.property(text, (any) => {
				const clean = cleanText(any);
				expect(clean.isWellFormed()).toBe(true);
				expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029\uFFFE\uFFFF]|\s\s|^\s|\s$/u);
				expect(clean.normalize("NFC")).toBe(clean);
			}),
		);
	});

	it("changes no plain words", () => {
		const word = fc.stringMatching(/^[\x21-\x7e]{1,12}$/);
		fc.assert(
			fc.property(fc.array(word, { minLength: 1 }), (words) => {
				expect(cleanText(words.join(" \n "))).toBe(words.join(" "));
			}),
		);
	});
});

it("cleans names, in order, and drops empty ones", () => {
	expect(cleanNames(["Zoltán  Harman", " \u200B", "Li\u0301 Ming", "Li\u0301 Ming"])).toEqual([
		"Zoltán Harman",
		"Lí Ming",
		"Lí Ming",
	]);
});
