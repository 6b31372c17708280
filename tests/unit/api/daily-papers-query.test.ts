import { describe, expect, it, test } from "vitest";
import { readDailyPapersQuery } from "@/lib/api/daily-papers-query";

const now = new Date("2026-06-10T12:00:00Z");
const read = (query: string) => readDailyPapersQuery(new URLSearchParams(query), now);

describe("what /api/daily_papers may be asked", () => {
	it("is nothing in particular: the 50 papers listed last", () => {
		expect(read("")).toEqual({ ok: true, value: { order: "listed", limit: 50, page: 0 } });
	});

	test.each([
		["date=2026-06-10", "2026-06-10", "2026-06-10"],
		["week=2024-W03", "2024-01-15", "2024-01-21"],
		["week=2026-W24", "2026-06-08", "2026-06-14"],
		["month=2024-02", "2024-02-01", "2024-02-29"],
	])("%s: the most upvoted from %s to %s", (query, first, last) => {
		expect(read(query)).toMatchObject({ ok: true, value: { window: { first, last }, order: "top" } });
	});

	test.each(["publishedAt", "trending"])("sort=%s orders days and all papers alike", (sort) => {
		for (const query of [`sort=${sort}`, `date=2026-06-08&sort=${sort}`])
			expect(read(query)).toMatchObject({ ok: true, value: { order: sort } });
	});

	it("is a submitter, a limit and a page too; names that it does not know are passed over", () => {
		expect(read("submitter=Ana+Lee&limit=100&p=3&token=x")).toMatchObject({
			ok: true,
			value: { submitter: "Ana Lee", limit: 100, page: 3 },
		});
	});
});

const WRONG = {
	date: ["", "2026-6-8", "2026-02-30", "2026-06-11", "1991-08-13", "0000-01-01", "newest", "2026-06-08T00:00:00Z"],
	week: ["", "2026-24", "2026-W00", "2026-W54", "2025-W53", "2026-W25", "1980-W01", "0000-W01"],
	month: ["", "2026-6", "2026-00", "2026-13", "2026-07", "1991-07", "2026-06-08"],
	submitter: ["", "%00", "%0A", "reader@example.org", "x".repeat(201)],
	sort: ["", "upvotes", "published_at", "Trending"],
	limit: ["", "0", "101", "-1", "1.5", "1e1", "0x10", "+5", "ten", "99999999999999999999"],
	p: ["", "-1", "1.5", "100001", "one"],
};

describe("a wrong value", () => {
	const cases = Object.entries(WRONG).flatMap(([name, values]) => values.map((value) => [name, value] as const));

	test.each(cases)("%s=%s is refused by the parameter's name, with what it takes", (name, value) => {
		const refusal = read(`${name}=${value}`);
		expect(refusal).toEqual({
			ok: false,
			error: expect.stringMatching(
				`^The parameter ${name} takes an? .+\\.$|^The parameter sort takes publishedAt .+\\.$`,
			),
		});
	});

	it("is two lengths of time at once", () => {
		expect(read("date=2026-06-08&month=2026-06")).toEqual({
			ok: false,
			error: "Give only one of date, week and month.",
		});
	});
});
