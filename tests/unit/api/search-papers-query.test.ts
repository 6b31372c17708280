import fc from "fast-check";
import { expect, it, test } from "vitest";
import { readSearchPapersQuery } from "@/lib/api/search-papers-query";

const read = (query: string) => readSearchPapersQuery(new URLSearchParams(query));

it("is a text, and nothing else is needed", () => {
	expect(read("q=+deep+learning+&token=x")).toEqual({
		ok: true,
		value: { q: "deep learning", order: "relevance", limit: 120 },
	});
	expect(read("q=since:yesterday&order=top&limit=1")).toMatchObject({ ok: true, value: { order: "top", limit: 1 } });
});

test.each([
	["", "q", 'a text of 1 to 250 characters: words, a "phrase", '],
	["q=", "q", "a text of 1 to 250 characters"],
	["q=++", "q", "a text of 1 to 250 characters"],
	[`q=${"a".repeat(251)}`, "q", "a text of 1 to 250 characters"],
	["q=a&limit=0", "limit", "a whole number of papers from 1 to 120; 120 unless given."],
	["q=a&limit=121", "limit", "a whole number"],
	["q=a&limit=", "limit", "a whole number"],
	["q=a&order=rising", "order", "relevance, top (most upvoted first) or new (newest listed first)"],
])("%s is refused by the parameter's name, with what it takes", (query, name, takes) => {
	expect(read(query)).toEqual({ ok: false, error: expect.stringContaining(`The parameter ${name} takes ${takes}`) });
});

it("may be any text of up to 250 characters", () => {
	const text = fc
		.string({ unit: "grapheme", maxLength: 50 })
		.filter((text) => text.trim() !== "" && text.length <= 250);
	fc.assert(fc.property(text, (q) => readSearchPapersQuery(new URLSearchParams({ q })).ok));
});
