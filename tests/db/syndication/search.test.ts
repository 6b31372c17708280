import Parser from "rss-parser";
import { beforeAll, describe, expect, it, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { RATE_QUOTAS } from "@/lib/http/rate-limits";
import { log } from "@/lib/log";
import { searchPapers } from "@/lib/search/queries";
import { indexAll, listPaper } from "../search/scene";
import { askExport, askFeed } from "./scene";

vi.mock("@/lib/search/queries", { spy: true });

const SITE = "http://127.0.0.1:4200";

type Feed = { title: string; home_page_url: string; feed_url: string; items: { id: string }[] };

const readFeed = async (query: string): Promise<Feed> => (await askFeed("json", query)).json();
const idsOf = ({ items }: Feed) => items.map(({ id }) => id.replace(`${SITE}/papers/`, ""));

async function exportIds(query: string): Promise<string[]> {
	const papers: { id: string }[] = await (await askExport("json", query)).json();
	return papers.map(({ id }) => id);
}

beforeAll(async () => {
	const robots = { authors: ["Zoë First"], org: "Some Lab", topics: ["robotics"] };
	await listPaper("2606.00001", {
		title: "Robots learn",
		abstract: "Robots.",
		on: "2026-06-01",
		upvotes: 3,
		...robots,
	});
	await listPaper("2606.00002", { title: "Arms", abstract: "Of robots that learn.", on: "2026-06-02", upvotes: 9 });
	await listPaper("2606.00003", { title: "Learning robots", on: "2026-06-08", upvotes: 5, authors: ["Zoe Firsthand"] });
	await listPaper("2606.00004", { title: "Robots, and <others> & more", on: "2026-06-08", upvotes: 7, ...robots });
	await listPaper("2606.00005", { title: "Learning robots, hidden", hidden: true });
	await indexAll();
});

describe("a feed of a search", () => {
	test.each([
		["?q=robots+learn", ["2606.00003", "2606.00002", "2606.00001"]],
		["?q=robbots+learn", ["2606.00003", "2606.00002", "2606.00001"]],
		["?q=robots+learn&order=top", ["2606.00002", "2606.00003", "2606.00001"]],
		["?q=robots+learn&order=relevance&limit=2", ["2606.00001", "2606.00003"]],
		["?q=robots+learn&window=2026-06-08", ["2606.00003"]],
		["?q=robots+learn&window=day", ["2606.00003"]],
		["?q=robots+until:2026-06-02&window=2026-06", ["2606.00002", "2606.00001"]],
		["?q=robots&min=6", ["2606.00004", "2606.00002"]],
		["?q=robots+min:6", ["2606.00004", "2606.00002"]],
		["?q=robots&topic=robotics", ["2606.00004", "2606.00001"]],
		["?q=robots&author=zoe-first&order=rising", ["2606.00004", "2606.00001"]],
		["?q=learn&org=some-lab", ["2606.00001"]],
		["?q=2606.00004", ["2606.00004"]],
		["?q=2606.00004&min=8", []],
		["?q=robots+zebrafish", []],
		["?q=the", []],
		["?q=2606.00005", []],
	])("%s has the papers with all of its words", async (query, ids) => {
		const found = idsOf(await readFeed(query));
		// Of the order among equals by relevance nothing is promised.
		expect(query.includes("relevance") ? found.toSorted() : found).toEqual(ids);
	});

	it("is named by its search, and leads to its page", async () => {
		expect(await readFeed("?q=“learning+robots”+min:2&utm_source=mail")).toMatchObject({
			title: 'Broadsheet: papers for “"learning robots"” with at least 2 upvotes',
			home_page_url: `${SITE}/search?q=%22learning+robots%22+min%3A2`,
			feed_url: `${SITE}/feed.json?q=%22learning+robots%22+min%3A2`,
		});
		for (const format of ["atom", "rss"] as const) {
			const feed = await new Parser().parseString(await (await askFeed(format, "?q=%3Cothers>+%26+more")).text());
			expect(feed.title).toBe("Broadsheet: papers for “<others> more”");
			expect(feed.items.map(({ link }) => link)).toEqual([`${SITE}/papers/2606.00004`]);
		}
	});

	test.each([
		["?q=", "The parameter q takes what to search for"],
		["?q=😀&min=1", "The parameter q takes what to search for"],
		[`?q=${"a".repeat(251)}`, "The parameter q takes what to search for"],
		["?q=robots+since:soon", "The parameter q can't be followed: since: needs a date like 2026-06-01."],
		["?order=relevance", "The parameter order takes top, new or rising, and with q also relevance."],
	])("%s is refused in words", async (query, sentence) => {
		const response = await askFeed("atom", query);
		expect(response.status).toBe(400);
		expect((await response.json()).error).toContain(sentence);
	});

	it("says 503, and logs why, while the search is away", async () => {
		const logged = vi.spyOn(log, "error").mockReturnValue();
		vi.mocked(searchPapers).mockRejectedValueOnce(new Error("down"));
		expect((await askFeed("atom", "?q=robots")).status).toBe(503);
		expect(logged).toHaveBeenCalledOnce();
	});

	it("is known again by its tag alone: a paper may be found long after it was listed", async () => {
		const { headers } = await askFeed("rss", "?q=robots");
		expect(headers.has("last-modified")).toBe(false);
		const at = (name: string, value: string) => askFeed("rss", "?q=robots", { [name]: value });
		expect((await at("If-None-Match", headers.get("etag") ?? "")).status).toBe(304);
		expect((await at("If-Modified-Since", new Date().toUTCString())).status).toBe(200);
	});
});

it("has the newest papers of a word that very many have, though they have it in their abstracts alone", async () => {
	const editionDate = new Date("2026-05-01T00:00:00Z");
	await db().edition.create({ data: { date: editionDate } });
	const listed = Array.from({ length: 830 }, (_, at) => ({
		id: `2605.1${String(at).padStart(4, "0")}`,
		title: at < 800 ? "Attention" : "Heads",
		abstract: at < 800 ? "Heads." : "Of attention.",
		editionDate,
		listedAt: new Date(editionDate.getTime() + at * 1000),
	}));
	await db().paper.createMany({ data: listed });
	await indexAll();
	const newest = listed.map(({ id }) => id).toReversed();
	expect(idsOf(await readFeed("?q=attention"))).toEqual(newest.slice(0, 50));
	expect(await exportIds("?q=attention&order=new&limit=100")).toEqual(newest.slice(0, 100));
	expect(await exportIds("?q=attention+-heads&order=new")).toEqual([]);
});

describe("an export of a search", () => {
	it("has the papers with all of its words, the best match first unless told otherwise", async () => {
		const found = await exportIds("?q=robots+learn");
		expect(found.toSorted()).toEqual(["2606.00001", "2606.00002", "2606.00003"]);
		expect(found.at(-1)).toBe("2606.00002");
		expect(await exportIds("?q=robots+learn&order=new")).toEqual(["2606.00003", "2606.00002", "2606.00001"]);
		expect(await exportIds("?q=robots&org=some-lab&min=4")).toEqual(["2606.00004"]);
	});

	it("refuses a client that asks too often, and no other", async () => {
		const ask = (address: string) => askExport("bib", "?q=", { "x-client-address": address });
		for (let times = 0; times < RATE_QUOTAS.exports; times++) expect((await ask("203.0.113.1")).status).toBe(400);
		const refusal = await ask("203.0.113.1");
		expect([refusal.status, refusal.headers.get("ratelimit")]).toEqual([
			429,
			expect.stringMatching(/^"exports";r=0;t=/),
		]);
		expect(refusal.headers.get("retry-after")).toMatch(/^\d+$/);
		expect((await ask("203.0.113.2")).status).toBe(400);
	});
});
