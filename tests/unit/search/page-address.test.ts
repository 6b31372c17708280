import fc from "fast-check";
import { expect, test } from "vitest";
import { readSearchAddress, SEARCH_ORDERS, searchPath } from "@/lib/search/page-address";

const read = (query: string) => {
	const parameters = new URLSearchParams(query);
	return readSearchAddress(
		Object.fromEntries([...parameters.keys()].map((name) => [name, parameters.getAll(name)])) as Record<
			string,
			string[]
		>,
	);
};

test.for([
	["", { text: "", order: "relevance", page: 1 }],
	["q=+vision++models+&order=new&page=3", { text: "vision  models", order: "new", page: 3 }],
	["q=first&q=second", { text: "second", order: "relevance", page: 1 }],
	["q=x&order=xyz&page=0", { text: "x", order: "relevance", page: 1 }],
	["q=x&page=1e9", { text: "x", order: "relevance", page: 1 }],
	["q=x&page=-1", { text: "x", order: "relevance", page: 1 }],
	["q=a%00b%0Ac", { text: "a b c", order: "relevance", page: 1 }],
	["q=%E0%A4%A", { text: "\ufffd%A", order: "relevance", page: 1 }],
] as const)("%s is read", ([query, expected]) => {
	expect(read(query)).toEqual(expected);
});

test("what is shown of a long text is short and whole characters", () => {
	const { text } = read(`q=${encodeURIComponent("👩".repeat(5_000))}`);
	expect(text.length).toBeLessThanOrEqual(500);
	expect(text.isWellFormed()).toBe(true);
});

test("every text is a search whose address leads to it again, by any order and page", () => {
	fc.assert(
		fc.property(
			fc.string({ unit: "binary" }),
			fc.constantFrom(...SEARCH_ORDERS),
			fc.integer({ min: 1, max: 9_999 }),
			(typed, order, page) => {
				const address = { ...readSearchAddress({ q: typed }), order, page };
				expect(read(searchPath(address).split("?")[1] ?? "")).toEqual(address);
			},
		),
	);
});
