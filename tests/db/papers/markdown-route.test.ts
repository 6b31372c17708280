import { beforeAll, expect, it, vi } from "vitest";
import { GET as getList } from "@/app/api/markdown/[kind]/[key]/route";
import { DELETE, GET, POST } from "@/app/api/markdown/papers/[...id]/route";
import { db } from "@/lib/db/client";
import { startOfDay, type UtcDate } from "@/lib/time";

const SITE = "http://127.0.0.1:4200";
const CACHED = "public, s-maxage=20, stale-while-revalidate=10, stale-if-error=86400";

const askPaper = (id: string) =>
	GET(new Request(`${SITE}/papers/${id}.md`), { params: Promise.resolve({ id: id.split("/") }) });
const askList = (kind: string, key: string) =>
	getList(new Request(`${SITE}/papers/${kind}/${key}.md`), { params: Promise.resolve({ kind, key }) });

beforeAll(async () => {
	const date = startOfDay("2026-06-08" as UtcDate);
	await db().edition.create({ data: { date } });
	const ids = Array.from({ length: 103 }, (_, index) => `2606.${String(index).padStart(5, "0")}`);
	await db().paper.createMany({
		data: [...ids, "hep-th/9901001"].map((id, index) => ({
			id,
			title: `Title *of* ${id}`,
			abstract: "An abstract.",
			editionDate: date,
			listedAt: new Date(date.getTime() + index * 60_000),
			importedUpvotes: 200 - index,
			importSource: "file" as const,
			hiddenAt: id === "2606.00002" ? new Date() : null,
		})),
	});
});

it("gives a paper, of an old id with a slash too", async () => {
	for (const id of ["2606.00001", "hep-th/9901001"]) {
		const response = await askPaper(id);
		expect([response.status, Object.fromEntries(response.headers)]).toEqual([
			200,
			{
				"content-type": "text/markdown; charset=utf-8",
				"cache-control": CACHED,
				link: `<${SITE}/papers/${id}>; rel="canonical"`,
			},
		]);
		expect(await response.text()).toContain(`# Title \\*of\\* ${id}\n\n- Listed: 2026-06-08, number `);
	}
});

it.each([
	["date", "2026-06-08", "Monday, June 8, 2026"],
	["date", "newest", "Monday, June 8, 2026"],
	["week", "2026-W24", "June 8 – 14, 2026"],
	["month", "2026-06", "June 2026"],
])("gives the first hundred of the %s %s, and says where more are", async (kind, key, name) => {
	const response = await askList(kind, key);
	expect([response.status, response.headers.get("cache-control")]).toEqual([200, CACHED]);
	const text = await response.text();
	expect(text).toMatch(new RegExp(`^# Papers of ${name}\n\n- 103 papers, the most upvoted first\n- Closed\n`));
	expect(text).toContain("\n- These are the first 100; ");
	expect(text.match(/^## \d+\\\. \[/gm)).toHaveLength(100);
	expect(text).toContain("\n## 100\\. [Title \\*of\\* 2606.00100](<http://127.0.0.1:4200/papers/2606.00100>)\n");
	expect(text).not.toContain("2606.00002");
});

it("says that a day is empty, and where the nearest is", async () => {
	const text = await (await askList("date", "2026-06-10")).text();
	expect(text).toContain("\n- 0 papers, ");
	expect(text).toContain(`\n- Before: <${SITE}/papers/date/2026-06-08.md>\n`);
});

it.each(["2606.00002", "2606.09999", "no id at all", "a/b/c"])("has no paper %s", async (id) => {
	const response = await askPaper(id);
	expect([response.status, response.headers.get("cache-control")]).toEqual([404, "no-store"]);
	expect(await response.json()).toEqual({ error: expect.any(String) });
});

it.each([
	["date", "2026-02-30"],
	["date", "9999-01-01"],
	["week", "2026-W60"],
	["week", "newest"],
	["month", "2026-13"],
	["year", "2026"],
])("has no list of the %s %s", async (kind, key) => {
	const response = await askList(kind, key);
	expect([response.status, await response.json()]).toEqual([404, { error: expect.any(String) }]);
});

it("takes GET and HEAD only", () => {
	for (const handle of [POST, DELETE])
		expect([handle().status, handle().headers.get("allow")]).toEqual([405, "GET, HEAD"]);
});

it("answers 503 in words while the database is away", async () => {
	vi.spyOn(db().paper, "findUnique").mockImplementation(() => {
		throw new Error("connect ECONNREFUSED 127.0.0.1");
	});
	const response = await askPaper("2606.00001");
	expect([response.status, response.headers.get("cache-control")]).toEqual([503, "no-store"]);
	expect(await response.json()).toEqual({ error: expect.any(String) });
});
