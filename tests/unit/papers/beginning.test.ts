import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beginningOf, type PlainOrHtml } from "@/lib/papers/beginning";
import { renderRichText } from "@/lib/papers/latex";
import { archivePath } from "@/tests/archive";
import { readTexts } from "./archive-texts";
import { findUnsafe } from "./safe-html";

const archive = archivePath();
const MISSING = "every abstract of the archive: skipped, ../shared/data is not there (SHARED_DATA moves it)";

describe("the beginning of a text", () => {
	it.each([
		["one two three four", 5, "one two"],
		["one two three four", 7, "one two"],
		["one two three four", 8, "one two three"],
	])("of %j with %d characters ends with a whole word", (text, kept, beginning) => {
		expect(beginningOf(text, { kept, left: 1 })).toBe(beginning);
	});

	it.each(["", "oneword", "one two three"])(
		"is nothing of its own where too little would be left out of %j",
		(text) => {
			expect(beginningOf(text, { kept: 4, left: 8 })).toBeUndefined();
		},
	);

	it.each([
		["of <math><mi>a</mi><mo>+</mo><mi>b</mi></math> and more", 4, "of <math><mi>a</mi><mo>+</mo><mi>b</mi></math>"],
		["of <em>a few words</em> and more", 4, "of <em>a few words</em>"],
		["a &lt; b &amp; c", 2, "a &lt;"],
	])("keeps elements of %j whole", (html, kept, beginning) => {
		expect(beginningOf({ html }, { kept, left: 1 })).toEqual({ html: beginning });
	});

	it("is long enough, begins the text, and is well-formed, whatever is in it", () => {
		const part = fc.constantFrom(
			"word ",
			"x",
			"$a^2 + b$ ",
			"\\emph{two words} ",
			"a < b & c ",
			"$$x$$",
			"{open ",
			"😀 ",
		);
		const texts = fc.array(part, { maxLength: 60 }).map((parts) => renderRichText(parts.join("")));
		fc.assert(
			fc.property(texts, fc.nat(80), ({ text, html }, kept) => {
				expectBeginning(text, kept);
				if (html !== null) expectBeginning({ html }, kept);
			}),
		);
	});

	it.skipIf(archive === undefined)(archive ? "is well-formed for every abstract of the archive" : MISSING, () => {
		for (const { html } of readTexts(archive ?? "").map(renderRichText)) {
			if (html !== null) expectBeginning({ html }, 320);
		}
	});
});

function expectBeginning(text: PlainOrHtml, kept: number): void {
	const beginning = beginningOf(text, { kept, left: 1 });
	if (beginning === undefined) return;
	expect(written(text).startsWith(`${written(beginning)} `)).toBe(true);
	expect(readable(beginning).length).toBeGreaterThanOrEqual(kept);
	if (typeof beginning !== "string") expect(findUnsafe(beginning.html)).toBeUndefined();
}

function written(text: PlainOrHtml): string {
	return typeof text === "string" ? text : text.html;
}

function readable(text: PlainOrHtml): string {
	return typeof text === "string" ? text : text.html.replace(/<[^>]*>/g, "").replace(/&[a-z]+;/g, "&");
}
