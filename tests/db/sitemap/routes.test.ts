import { beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { startOfDay, type UtcDate } from "@/lib/time";
import { askPart, readSitemaps } from "./read-all";

// Few enough to write at each run, and to fill several parts.
vi.mock("@/lib/sitemap/parts", async (load) => ({ ...(await load<object>()), PART_SIZE: 10 }));

/** Lists papers of a day, one a minute, each of an author and an organisation of its own and one topic of the two. */
async function listPapers(date: string, ids: readonly string[]) {
	const day = startOfDay(date as UtcDate);
	await db().edition.upsert({ where: { date: day }, create: { date: day }, update: {} });
	for (const [minute, id] of ids.entries()) {
		const name = `née ${id}`;
		await db().paper.create({
			data: {
				id,
				title: `Title of ${id}`,
				abstract: "An abstract.",
				edition: { connect: { date: day } },
				listedAt: new Date(day.getTime() + minute * 60_000),
				authors: { create: { position: 0, name, author: { create: { slug: `née-${id}`, name } } } },
				organization: { create: { slug: `Lab&${id}`, name } },
				topics: {
					create: [`topic-${minute % 2}`, `own-${id}`].map((slug, position) => ({
						position,
						topic: { connectOrCreate: { where: { slug }, create: { slug, name: slug, kind: "keyword" } } },
					})),
				},
			},
		});
	}
}

const idsOf = (prefix: string, count: number) =>
	Array.from({ length: count }, (_, index) => `${prefix}.${String(index + 1).padStart(5, "0")}`);

const FIRST = idsOf("2605", 13);
const SECOND = idsOf("2606", 12);
const HIDDEN = ["2605.00002", "2606.00001"];
const SHOWN = [...FIRST, ...SECOND].filter((id) => !HIDDEN.includes(id));

let sitemaps: Map<string, string[]>;

/** All addresses of a kind, from however many sitemaps. */
const addressesOf = (kind: string) =>
	[...sitemaps].flatMap(([path, addresses]) => (path.startsWith(`/sitemaps/${kind}/`) ? addresses : []));

it("has no sitemaps while there are no papers", async () => {
	expect(await readSitemaps()).toEqual(new Map());
	expect((await askPart("papers", "1.xml")).status).toBe(404);
});

describe("with papers", () => {
	beforeAll(async () => {
		// A Sunday and the next day, in two weeks and two months.
		await listPapers("2026-05-31", FIRST);
		await listPapers("2026-06-01", SECOND);
		await listPapers("2026-06-02", ["2606.00999"]);
		await db().paper.updateMany({ where: { id: { in: [...HIDDEN, "2606.00999"] } }, data: { hiddenAt: new Date() } });
		await db().paper.create({ data: { id: "2606.01000", title: "On no list", abstract: "" } });
		sitemaps = await readSitemaps();
	});

	it("has every listed paper in exactly one sitemap, and none that is hidden or on no list", () => {
		expect(addressesOf("papers").sort()).toEqual(SHOWN.map((id) => `/papers/${id}`).sort());
		expect([...sitemaps.keys()].filter((path) => path.startsWith("/sitemaps/papers/"))).toEqual([
			"/sitemaps/papers/202605.xml",
			"/sitemaps/papers/202606.xml",
		]);
	});

	it("has every author and organisation of such papers in exactly one", () => {
		expect(addressesOf("authors").sort()).toEqual(SHOWN.map((id) => `/authors/née-${id}`).sort());
		expect(addressesOf("orgs").sort()).toEqual(SHOWN.map((id) => `/orgs/Lab&${id}`).sort());
	});

	it("has topics that two papers share", () => {
		expect(addressesOf("topics").sort()).toEqual(["/topics/topic-0", "/topics/topic-1"]);
	});

	it("has days with papers, and their weeks and months", () => {
		expect(addressesOf("days")).toEqual(["/papers/date/2026-05-31", "/papers/date/2026-06-01"]);
		expect(addressesOf("weeks")).toEqual(["/papers/week/2026-W22", "/papers/week/2026-W23"]);
		expect(addressesOf("months")).toEqual(["/papers/month/2026-05", "/papers/month/2026-06"]);
	});

	it("never moves a paper to another sitemap when papers come, or are hidden", async () => {
		await listPapers("2026-06-03", idsOf("2607", 15));
		await db().paper.update({ where: { id: "2605.00005" }, data: { hiddenAt: new Date() } });
		const later = await readSitemaps();
		const [may = [], june = []] = [5, 6].map((month) => sitemaps.get(`/sitemaps/papers/20260${month}.xml`));
		expect(later.get("/sitemaps/papers/202605.xml")).toEqual(may.filter((path) => path !== "/papers/2605.00005"));
		expect(later.get("/sitemaps/papers/202606.xml")?.slice(0, june.length)).toEqual(june);
	});
});

it.each([
	["papers", "99.xml"],
	["papers", "202613.xml"],
	["papers", "209901.xml"],
	["papers", "0.xml"],
	["days", "2.xml"],
	["users", "1.xml"],
	["papers", "1.txt"],
])("has no sitemap %s/%s", async (kind, file) => {
	const response = await askPart(kind, file);
	expect([response.status, response.headers.get("cache-control")]).toEqual([404, "no-store"]);
	expect(await response.json()).toEqual({ error: expect.any(String) });
});

it("answers 503 in words while the database is away", async () => {
	vi.spyOn(db().edition, "findFirst").mockImplementation(() => {
		throw new Error("connect ECONNREFUSED 127.0.0.1");
	});
	const response = await askPart("days", "1.xml");
	expect([response.status, response.headers.get("cache-control")]).toEqual([503, "no-store"]);
	expect(await response.json()).toEqual({ error: expect.any(String) });
});
