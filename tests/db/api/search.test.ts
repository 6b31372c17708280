import fc from "fast-check";
import { beforeAll, describe, expect, it, test, vi } from "vitest";
import { OPTIONS, POST } from "@/app/api/papers/search/route";
import { apiError } from "@/lib/api/schemas";
import { RATE_QUOTAS } from "@/lib/http/rate-limits";
import { log } from "@/lib/log";
import { searchPapers } from "@/lib/search/queries";
import { parseQuery } from "@/lib/search/query";
import { indexAll, listPaper } from "../search/scene";
import { askSearch, findPapers, listDaily } from "./scene";

vi.mock("@/lib/search/queries", { spy: true });

const idsOf = async (query: string) => (await findPapers(query)).map(({ paper }) => paper.id);

beforeAll(async () => {
	for (let paper = 0; paper < 30; paper++)
		await listPaper(`2606.1${String(paper).padStart(4, "0")}`, {
			title: paper % 3 === 0 ? "Robots that learn" : "Learning for robots",
			abstract: paper % 2 === 0 ? "Robots, robots." : "Arms.",
			upvotes: (paper * 7) % 11,
			on: `2026-06-0${1 + (paper % 5)}`,
		});
	await listPaper("2606.00001", { title: "The Diffusion of Arms", authors: ["Ana Second"], on: "2026-06-05" });
	await listPaper("2606.00002", { title: "Hidden diffusion", hidden: true });
	await listPaper("2606.00003", { title: "Unlisted diffusion", unlisted: true });
	await indexAll();
});

describe("/api/papers/search", () => {
	test.each(["relevance", "top", "new"] as const)("answers in the order of the search by %s", async (order) => {
		const { query } = parseQuery("robots learn");
		const { ids } = await searchPapers(query, { order, limit: 120, offset: 0 });
		expect(ids).toHaveLength(30);
		expect(await idsOf(`?q=robots+learn&order=${order}`)).toEqual(ids);
		expect(await idsOf(`?q=robots+learn&order=${order}&limit=7`)).toEqual(ids.slice(0, 7));
	});

	it("describes papers as the lists do", async () => {
		const [listed] = (await listDaily("?date=2026-06-05&limit=100")).filter(({ paper }) => paper.id === "2606.00001");
		expect(await findPapers("?q=diffusion")).toEqual([listed]);
	});

	test.each([
		["2606.00001", ["2606.00001"]],
		["https://arxiv.org/abs/2606.00001v2", ["2606.00001"]],
		["2606.00002", []],
		["2606.00003", []],
		["difusion", ["2606.00001"]],
		["author:second since:2026-06", ["2606.00001"]],
		["diffusion since:yesterday", ["2606.00001"]],
		["the", []],
		["😀", []],
		["unheardof", []],
	])("finds for %s %j", async (q, ids) => {
		expect(await idsOf(`?${new URLSearchParams({ q })}`)).toEqual(ids);
	});

	it("is kept by caches, and readable from other sites", async () => {
		const { status, headers } = await askSearch("?q=robots");
		expect([status, headers.get("access-control-allow-origin")]).toEqual([200, "*"]);
		expect(headers.get("cache-control")).toMatch(/^public, s-maxage=20, stale-while-revalidate=/);
		expect(OPTIONS().status).toBe(204);
		expect([POST().status, POST().headers.get("allow")]).toEqual([405, "GET, HEAD"]);
	});

	test.each([
		["", "q takes a text of 1 to 250 characters"],
		[`?q=${"a".repeat(251)}`, "q takes a text of 1 to 250 characters"],
		["?q=robots&limit=121", "limit takes a whole number of papers from 1 to 120; 120 unless given."],
		["?q=robots&order=rising", "order takes relevance, top"],
	])("refuses %s", async (query, sentence) => {
		const response = await askSearch(query);
		expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([400, "*"]);
		expect(apiError.strict().parse(await response.json()).error).toContain(`The parameter ${sentence}`);
	});

	it("answers any text with 200 or 400", async () => {
		await fc.assert(
			fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), async (q) => {
				expect([200, 400]).toContain((await askSearch(`?${new URLSearchParams({ q })}`)).status);
			}),
			{ numRuns: 50 },
		);
	});

	it("says 503, and logs why, while the database is away", async () => {
		const logged = vi.spyOn(log, "error").mockReturnValue();
		vi.mocked(searchPapers).mockRejectedValueOnce(new Error("down"));
		const response = await askSearch("?q=robots");
		expect([response.status, response.headers.get("retry-after")]).toEqual([503, "60"]);
		expect(logged).toHaveBeenCalledOnce();
	});

	it("refuses a client that asks too often, in words, and no other", async () => {
		const ask = (address: string) => askSearch("?q=", { "x-client-address": address });
		expect((await ask("203.0.113.1")).headers.get("ratelimit")).toMatch(/^"api";r=499;t=300$/);
		for (let times = 1; times < RATE_QUOTAS.api; times++) await ask("203.0.113.1");
		const refusal = await ask("203.0.113.1");
		expect(refusal.status).toBe(429);
		expect(Number(refusal.headers.get("retry-after"))).toBeGreaterThan(0);
		expect(apiError.strict().parse(await refusal.json()).error).toMatch(/^You have asked too often\./);
		expect((await ask("203.0.113.2")).status).toBe(400);
	});
});
