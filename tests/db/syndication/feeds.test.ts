import { parseFeed } from "@rowanmanning/feed-parser";
import Parser from "rss-parser";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { POST } from "@/app/feed.atom/route";
import { db } from "@/lib/db/client";
import { log } from "@/lib/log";
import { toPlainLine } from "@/lib/papers/citation/text";
import { escapeText } from "@/lib/papers/latex-writer";
import { readXml, unescapeText } from "../../unit/syndication/xml";
import { askFeed, fill, HOSTILE_TITLES } from "./scene";

const SITE = "http://127.0.0.1:4200";
/** Newest first. */
const IDS = ["2606.00005", "2606.00004", "2606.00003", "2606.00002", "2606.00001"];
const URLS = IDS.map((id) => `${SITE}/papers/${id}`);
const TITLES = HOSTILE_TITLES.toReversed().map((title) => toPlainLine(title).replace("\ufffe", ""));
const NAMES = ["Zoe First", "Ana Second"];
const TOPIC = "Robotics <R&D>";

beforeAll(fill);

describe.each([
	["atom", "application/atom+xml", TITLES.map(escapeText), "Robotics ‹R&D>"],
	["rss", "application/rss+xml", TITLES, TOPIC],
] as const)("the feed in %s", (format, type, titles, topic) => {
	it("is well-formed XML of its own type that names its own address", async () => {
		const response = await askFeed(format, "?min=1&utm_source=mail&org=some-lab");
		expect(response.status).toBe(200);
		expect(response.headers.get("content-type")).toBe(`${type}; charset=utf-8`);
		expect(response.headers.get("cache-control")).toContain("s-maxage=20");
		const self = readXml(await response.text()).find(({ attributes }) => attributes.rel === "self");
		expect(self?.attributes.href).toBe(`${SITE}/feed.${format}?org=some-lab&min=1`);
	});

	it("says to one reader what the database holds", async () => {
		const feed = await new Parser().parseString(await (await askFeed(format)).text());
		expect(feed.title).toBe("Broadsheet: papers of the day");
		expect(feed.items.map(({ link }) => link)).toEqual(URLS);
		expect(feed.items.map(({ title }) => title)).toEqual(titles);
		expect(feed.items[4]?.isoDate).toBe("2026-06-08T08:00:00.000Z");
	});

	it("says the same to another, authors and topics too", async () => {
		const feed = parseFeed(await (await askFeed(format)).text());
		expect(feed.url).toBe(`${SITE}/`);
		expect(feed.items.map(({ id }) => id)).toEqual(URLS);
		// This reader takes all texts for HTML.
		expect(feed.items.map(({ title }) => title)).toEqual(titles.map(unescapeText));
		for (const { authors, categories, published, content } of feed.items) {
			expect(authors.map(({ name }) => name).join(", ")).toBe(NAMES.join(", "));
			expect(categories.map(({ label }) => label)).toEqual([topic]);
			expect(published?.toISOString().slice(0, 17)).toBe("2026-06-08T08:00:");
			expect(content).toContain("<math");
			expect(content).toContain('<a href="https://arxiv.org/pdf/2606.');
		}
	});
});

it("is JSON Feed 1.1 in json, with the same ids", async () => {
	const response = await askFeed("json", "?window=2026-W24");
	expect(response.headers.get("content-type")).toBe("application/feed+json; charset=utf-8");
	const feed = await response.json();
	expect(feed).toMatchObject({
		version: "https://jsonfeed.org/version/1.1",
		title: "Broadsheet: papers of June 8 – 14, 2026",
		home_page_url: `${SITE}/papers/week/2026-W24`,
		feed_url: `${SITE}/feed.json?window=2026-W24`,
	});
	expect(feed.items.map(({ id }: { id: string }) => id)).toEqual(URLS);
	expect(feed.items[0]).toMatchObject({
		url: URLS[0],
		external_url: "https://arxiv.org/abs/2606.00005",
		date_published: "2026-06-08T08:00:04.000Z",
		date_modified: "2026-06-08T08:00:00.000Z",
		authors: NAMES.map((name) => ({ name })),
		tags: [TOPIC],
	});
});

it.each([
	["?window=2026-06-01", ["2606.00009"], "papers of Monday, June 1, 2026"],
	["?window=all", [...IDS, "2606.00009"], "papers"],
	["?topic=robotics&limit=2", IDS.slice(0, 2), `papers about ${TOPIC}`],
	["?author=ana-second&order=top&min=3", IDS.slice(0, 2), "top papers by Ana Second with at least 3 upvotes"],
	["?org=some-lab&window=2026-05", [], "papers from Some & Lab of May 2026"],
])("%s has its papers, and a title that says which", async (query, ids, title) => {
	const feed = await (await askFeed("json", query)).json();
	expect(feed.items.map(({ id }: { id: string }) => id)).toEqual(ids.map((id) => `${SITE}/papers/${id}`));
	expect(feed.title).toBe(`Broadsheet: ${title}`);
});

it.each([
	["?window=2026-02-30", 400, "The parameter window takes day"],
	["?min=many", 400, "The parameter min takes a number of upvotes"],
	["?limit=51", 400, "The parameter limit takes a number of papers, from 1 to 50"],
	["?topic=none", 404, "There is no topic of this name here."],
	["?author=none", 404, "There is no author"],
	["?org=none", 404, "There is no organisation"],
])("%s is refused in JSON", async (query, status, sentence) => {
	for (const format of ["atom", "rss", "json"] as const) {
		const response = await askFeed(format, query);
		expect(response.status).toBe(status);
		expect((await response.json()).error).toContain(sentence);
		expect(response.headers.get("cache-control")).toBe("no-store");
	}
});

it("takes no other method", () => {
	expect([POST().status, POST().headers.get("allow")]).toEqual([405, "GET, HEAD"]);
});

it("says 503, and logs why, while the database is down", async () => {
	const logged = vi.spyOn(log, "error").mockReturnValue();
	vi.spyOn(db().paper, "findMany").mockRejectedValue(new Error("down"));
	const response = await askFeed("atom");
	expect([response.status, response.headers.get("retry-after")]).toEqual([503, "60"]);
	expect(logged).toHaveBeenCalledOnce();
});

describe("asking again", () => {
	it("brings 304 without a body for the tag, also one that a proxy made weak", async () => {
		const first = await askFeed("atom");
		const etag = first.headers.get("etag") ?? "";
		for (const held of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
			const again = await askFeed("atom", "", { "If-None-Match": held });
			expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
		}
		expect((await askFeed("atom", "", { "If-None-Match": '"other"' })).status).toBe(200);
		expect((await askFeed("rss", "", { "If-None-Match": etag })).status).toBe(200);
	});

	it("brings 304 for the date until something happens, and the tag has the last word", async () => {
		const query = "?min=1";
		const first = await askFeed("rss", query);
		const [etag, modified] = [first.headers.get("etag") ?? "", first.headers.get("last-modified") ?? ""];
		expect(modified).toBe("Mon, 08 Jun 2026 09:00:00 GMT");
		const since = { "If-Modified-Since": modified };
		expect((await askFeed("rss", query, since)).status).toBe(304);
		expect((await askFeed("rss", query, { "If-Modified-Since": "Mon, 08 Jun 2026 08:59:59 GMT" })).status).toBe(200);
		expect((await askFeed("rss", query, { "If-Modified-Since": "yesterday" })).status).toBe(200);

		// A vote, by which a paper that has long been listed comes into the feed.
		await db().user.create({ data: { id: "u1", name: "", email: "reader@example.org" } });
		await db().vote.create({
			data: { userId: "u1", paperId: "2606.00009", createdAt: new Date("2026-06-08T10:00:00Z") },
		});
		const later = await askFeed("rss", query, since);
		expect(later.status).toBe(200);
		expect(await later.text()).toContain("/papers/2606.00009");
		expect((await askFeed("rss", query, { ...since, "If-None-Match": etag })).status).toBe(200);
	});
});
