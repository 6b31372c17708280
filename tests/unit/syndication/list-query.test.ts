import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readListQuery } from "@/lib/syndication/list-query";
import type { ListKind } from "@/lib/syndication/types";

const NOW = new Date("2026-06-10T12:00:00Z");

const FEED = { limit: 50, orderOfSearch: "new" } as const;
const EXPORT = { limit: 1000, orderOfSearch: "relevance" } as const;

const read = (query: string, kind: ListKind = FEED) => readListQuery(new URLSearchParams(query), kind, NOW);

describe("a list's query string", () => {
	it.each([
		["", { window: "newest", order: "new", min: 0, limit: 50 }],
		["window=&topic=", { window: "newest" }],
		["window=day&topic=robotics", { window: "newest", topic: "robotics" }],
		["topic=robotics", { window: "all", topic: "robotics" }],
		["author=王-伟", { window: "all", author: "王-伟" }],
		["org=some-lab&order=top", { window: "all", org: "some-lab", order: "top" }],
		["min=5", { window: "all", min: 5 }],
		["window=all&limit=7", { window: "all", limit: 7 }],
		["window=2026-06-10", { window: { kind: "date", key: "2026-06-10" } }],
		["window=2026-W24", { window: { kind: "week", first: "2026-06-08", last: "2026-06-14" } }],
		["window=2026-06", { window: { kind: "month", first: "2026-06-01", last: "2026-06-30" } }],
		["min=1&min=2&utm_source=mail", { min: 2 }],
		["q=diffusion", { window: "all", order: "new", min: 0, q: { include: { words: ["diffusion"] } } }],
		["q=diffusion&window=day&order=relevance", { window: "newest", order: "relevance" }],
		["q=diffusion+min:5", { min: 5, q: { min: null } }],
		["q=diffusion+min:5&min=7", { min: 7 }],
		["q=min:9&min=7", { min: 9 }],
	])("%s says what it means", (query, expected) => {
		expect(read(query)).toMatchObject({ ok: true, query: expected });
	});

	it.each([
		["window=2026-02-30", "window"],
		["window=2026-06-11", "window"],
		["window=2026-W54", "window"],
		["window=2026-07", "window"],
		["window=newest", "window"],
		["window=1066-10-14", "window"],
		["min=0", "min"],
		["min=-1", "min"],
		["min=1e3", "min"],
		["min=9999999", "min"],
		["order=best", "order"],
		["limit=51", "limit"],
		["limit=0", "limit"],
		["topic=%00", "topic"],
		[`author=${"a".repeat(301)}`, "author"],
		["q=", "q"],
		["q=+%00+", "q"],
		["q=😀", "q"],
		[`q=${"a".repeat(251)}`, "q"],
		["order=relevance", "order"],
	])("%s is refused with a sentence about its parameter", (query, name) => {
		const answer = read(query);
		expect(answer.ok).toBe(false);
		expect(!answer.ok && answer.error).toMatch(new RegExp(`^The parameter ${name} takes .+\\.$`));
	});

	it.each([
		["q=robots+since:yesterday", "since: needs a date like 2026-06-01."],
		["q=robots+min:many", "min: needs a number of upvotes."],
		["q=a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q+r+s+t+u", "Only the first 20 words are used."],
	])("%s is refused, as nobody would follow half a search", (query, problem) => {
		expect(read(query)).toEqual({ ok: false, error: `The parameter q can't be followed: ${problem}` });
	});

	it("orders a search as the kind of list does", () => {
		expect(read("q=robots", EXPORT)).toMatchObject({ query: { order: "relevance", limit: 1000 } });
		expect(read("q=robots&order=new", EXPORT)).toMatchObject({ query: { order: "new" } });
		expect(read("topic=robotics", EXPORT)).toMatchObject({ query: { order: "new" } });
	});

	it("is written in one way, whatever the order and what else stands there", () => {
		expect(read("utm_source=mail&min=5&topic=a%26b")).toMatchObject({ search: "?topic=a%26b&min=5" });
		expect(read("x=1")).toMatchObject({ search: "" });
		expect(read("min=5&q=%20min:7%20%20“deep+learning”")).toMatchObject({
			search: "?q=%22deep+learning%22+min%3A7&min=5",
		});
	});

	it("throws at nothing", () => {
		const name = fc.constantFrom("q", "window", "topic", "author", "org", "min", "order", "limit");
		fc.assert(
			fc.property(fc.array(fc.tuple(name, fc.string({ unit: "binary" }))), (pairs) => {
				expect([true, false]).toContain(readListQuery(new URLSearchParams(pairs), FEED, NOW).ok);
			}),
		);
	});
});
