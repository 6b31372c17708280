import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldLine } from "@/lib/papers/citation/text";
import { escapeMarkdown, fenceCode, linkAddress } from "@/lib/papers/markdown-text";
import { anyMarkdown, findMarkup, unescapeMarkdown } from "./any-markdown";

describe("a text of somebody else's", () => {
	it.each([
		["Scaling (at 1.5x): a study, part 2", "Scaling (at 1.5x): a study, part 2"],
		["[x](javascript:alert(1)) <b>", "\\[x\\](javascript:alert(1)) \\<b\\>"],
		["1. first", "1\\. first"],
		["- - -", "\\- - -"],
		["see https://a.b/c, WWW.a.b or a@b.c", "see https\\://a.b/c, WWW\\.a.b or a\\@b.c"],
		["&lt;b&gt; &#96;", "\\&lt;b\\&gt; \\&\\#96;"],
		["two\n\n# lines", "two \\# lines"],
	])("%j is written as it is", (text, markdown) => {
		expect(escapeMarkdown(text)).toBe(markdown);
	});

	it("never is more than text, and is whole", () => {
		fc.assert(
			fc.property(anyMarkdown, (text) => {
				const markdown = escapeMarkdown(text);
				expect(findMarkup(markdown)).toEqual([]);
				expect(unescapeMarkdown(markdown)).toBe(foldLine(text));
			}),
			{ numRuns: 2000 },
		);
	});
});

describe("a block of code", () => {
	it("ends nowhere but at its end", () => {
		fc.assert(
			fc.property(anyMarkdown, (code) => {
				const [, fence = "", rest = ""] = /^(`{3,})bibtex\n(.*)$/s.exec(fenceCode("bibtex", code)) ?? [];
				expect(rest.endsWith(`\n${fence}\n`)).toBe(true);
				expect(rest.slice(0, -fence.length - 2)).not.toContain(fence);
			}),
		);
	});
});

describe("an address", () => {
	it.each(["javascript:alert(1)", "data:text/html,x", "mailto:a@b.c", "/papers", "", "http://", "https://a b.c/"])(
		"%j is none of the web",
		(address) => {
			expect(linkAddress(address)).toBeUndefined();
		},
	);

	it("never ends its link, whatever stands in it", () => {
		fc.assert(
			fc.property(anyMarkdown, anyMarkdown, anyMarkdown, (path, query, hash) => {
				expect(linkAddress(`https://example.org/${path}?${query}#${hash}`)).toMatch(/^<https:\/\/[!-;=?-~]+>$/);
			}),
		);
	});
});
