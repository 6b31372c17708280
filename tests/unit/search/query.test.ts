import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { formatQuery, isEmptyQuery, parseQuery } from "@/lib/search/query";
import type { SearchQuery, Terms } from "@/lib/search/types";

const NOTHING: Terms = { words: [], phrases: [], authors: [], orgs: [], topics: [], code: false };
const EMPTY: SearchQuery = { paper: null, include: NOTHING, exclude: NOTHING, since: null, until: null, min: null };

const including = (terms: Partial<Terms>) => ({ ...EMPTY, include: { ...NOTHING, ...terms } });
const excluding = (terms: Partial<Terms>) => ({ ...EMPTY, exclude: { ...NOTHING, ...terms } });

test.for<[string, SearchQuery]>([
	["diffusion  models", including({ words: ["diffusion", "models"] })],
	['"world models" robots', including({ phrases: ["world models"], words: ["robots"] })],
	["“world models”", including({ phrases: ["world models"] })],
	['"not closed', including({ phrases: ["not closed"] })],
	["-survey", excluding({ words: ["survey"] })],
	['-"large language models"', excluding({ phrases: ["large language models"] })],
	[
		"author:lecun -author:hinton",
		{ ...including({ authors: ["lecun"] }), exclude: { ...NOTHING, authors: ["hinton"] } },
	],
	['AUTHOR:"Yann LeCun"', including({ authors: ["Yann LeCun"] })],
	["org:nvidia topic:rlhf", including({ orgs: ["nvidia"], topics: ["rlhf"] })],
	["since:2025 until:2025", { ...EMPTY, since: "2025-01-01", until: "2025-12-31" } as SearchQuery],
	["since:2024-02 until:2024-02", { ...EMPTY, since: "2024-02-01", until: "2024-02-29" } as SearchQuery],
	["until:2024-12", { ...EMPTY, until: "2024-12-31" } as SearchQuery],
	["since:2026-06-08", { ...EMPTY, since: "2026-06-08" } as SearchQuery],
	["min:20 has:code", { ...including({ code: true }), min: 20 }],
	["-has:code", excluding({ code: true })],
	["GPT-4o c++ fine-tuning", including({ words: ["GPT-4o", "c++", "fine-tuning"] })],
	["model Model MODEL", including({ words: ["model"] })],
	["what: this", including({ words: ["what:", "this"] })],
	["2412.14093 again", including({ words: ["2412.14093", "again"] })],
])("%s is understood", ([text, query]) => {
	expect(parseQuery(text)).toEqual({ query, problems: [] });
});

test.for([
	"2412.14093",
	" arXiv:2412.14093v2 ",
	"https://arxiv.org/abs/2412.14093",
	"arxiv.org/pdf/2412.14093v3.pdf",
	"https://huggingface.co/papers/2412.14093?utm=x",
	"https://doi.org/10.48550/arXiv.2412.14093",
])("%s is a paper", (text) => {
	expect(parseQuery(text).query).toEqual({ ...EMPTY, paper: "2412.14093" });
});

it("knows papers by their old ids", () => {
	expect(parseQuery("math.GT/0309136v1").query.paper).toBe("math/0309136");
	expect(parseQuery("hep-th/9901001").query.paper).toBe("hep-th/9901001");
});

describe("what is not understood", () => {
	test.for<[string, string]>([
		["since:yesterday", "since: needs a date like 2026-06-01."],
		["until:2026-02-30", "until: needs a date like 2026-06-01."],
		["since:0000", "since: needs a date like 2026-06-01."],
		["min:many", "min: needs a number of upvotes."],
		["has:video", "has: knows only has:code."],
		["author:", "author: needs a name."],
		['topic:""', "topic: needs the name of a topic."],
		["-since:2025", "since: can't be excluded, use until: instead."],
	])("%s is said to be so", ([text, problem]) => {
		expect(parseQuery(text)).toEqual({ query: EMPTY, problems: [problem] });
	});

	it("says so when there is more than is used", () => {
		const words = Array.from({ length: 30 }, (_, index) => `w${index}`);
		const many = parseQuery(words.join(" "));
		expect(many.query.include.words).toEqual(words.slice(0, 20));
		expect(many.problems).toEqual(["Only the first 20 words are used."]);
		const long = parseQuery(`short ${"x".repeat(10_000)}`);
		expect(long.query.include.words).toEqual(["short"]);
		expect(long.problems).toEqual(["Only the first 250 characters are used."]);
	});

	test.for(["", "   ", "-", "\u0000\u0007", '"" - ""', "🙂 🎉", "\u202e\u200f", "\ud800"])(
		"%j asks for nothing",
		(text) => {
			expect(isEmptyQuery(parseQuery(text).query)).toBe(true);
		},
	);
});

const pieces = fc.oneof(
	fc.string({ unit: "binary" }),
	fc.constantFrom(
		...'author: org:x topic:"a b" since:2025-06 until:2024 min:7 has:code - -- " “ : 2412.14093 naïve ﬁne'.split(" "),
	),
	fc.constantFrom("حَرْف", "模型", "👩‍👩‍👧", "\u0000", "\u202e", " ", "ﬀ:", "author:“x y”", "x".repeat(260)),
);
const texts = fc.array(pieces, { maxLength: 30 }).chain((list) => fc.constantFrom(list.join(" "), list.join("")));

it("is read from what it is written as, whatever was typed", () => {
	fc.assert(
		fc.property(texts, (text) => {
			const { query } = parseQuery(text);
			expect(parseQuery(formatQuery(query))).toEqual({ query, problems: [] });
		}),
		{ numRuns: 2_000 },
	);
});
