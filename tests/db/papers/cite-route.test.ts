import { beforeAll, expect, it, vi } from "vitest";
import { DELETE, GET, POST } from "@/app/api/cite/[format]/[...id]/route";
import { db } from "@/lib/db/client";

const cite = (format: string, id: string) =>
	GET(new Request(`http://127.0.0.1:4200/api/cite/${format}/${id}`), {
		params: Promise.resolve({ format, id: id.split("/") }),
	});

beforeAll(async () => {
	const names = ["Wil M. P. van der Aalst", "Ada Lovelace"];
	for (const [at, name] of names.entries()) await db().author.create({ data: { slug: `author-${at}`, name } });
	const authors = await db().author.findMany({ orderBy: { slug: "asc" } });
	const paper = (id: string, hiddenAt: Date | null = null) =>
		db().paper.create({
			data: {
				id,
				title: `Cats & Dogs of ${id}`,
				abstract: "An abstract.",
				publishedAt: new Date("2026-06-05T23:59:00Z"),
				categories: ["cs.LG", "cs.AI"],
				keywords: ["cats"],
				hiddenAt,
				// Written last first: only the position says the order.
				authors: {
					create: authors.map(({ id: authorId, name }, position) => ({ authorId, name, position })).reverse(),
				},
			},
		});
	await paper("2606.00001");
	await paper("hep-th/9901001");
	await paper("2606.00002", new Date());
});

it("gives BibTeX as a file", async () => {
	const response = await cite("bib", "2606.00001");
	expect(response.status).toBe(200);
	expect(Object.fromEntries(response.headers)).toEqual({
		"content-type": "application/x-bibtex; charset=utf-8",
		"content-disposition": 'attachment; filename="2606.00001.bib"',
		"cache-control": "public, s-maxage=20, stale-while-revalidate=10, stale-if-error=86400",
	});
	const text = await response.text();
	expect(text).toContain("@misc{vanderaalst2026cats_2606.00001,\n  title = {{Cats \\& Dogs of 2606.00001}},\n");
	expect(text).toContain(
		"\n  author = {van der Aalst, Wil M. P. and Lovelace, Ada},\n  year = {2026},\n  month = jun,\n",
	);
	expect(text).toContain("\n  primaryClass = {cs.LG},\n");
});

it("gives RIS as a file, of an old id with a slash too", async () => {
	const response = await cite("ris", "hep-th/9901001");
	expect(response.headers.get("content-type")).toBe("application/x-research-info-systems; charset=utf-8");
	expect(response.headers.get("content-disposition")).toBe('attachment; filename="hep-th-9901001.ris"');
	expect(await response.text()).toContain("\r\nAU  - van der Aalst, Wil M. P.\r\nAU  - Lovelace, Ada\r\n");
});

it.each([
	["bib", "2606.00002"],
	["bib", "2606.09999"],
	["bib", "no id at all"],
	["ris", "a/b/c"],
	["txt", "2606.00001"],
	["constructor", "2606.00001"],
])("has no %s of %s, be it hidden, unknown or nonsense", async (format, id) => {
	const response = await cite(format, id);
	expect([response.status, response.headers.get("cache-control")]).toEqual([404, "no-store"]);
	expect(await response.json()).toEqual({ error: expect.any(String) });
});

it("takes GET and HEAD only", async () => {
	for (const handle of [POST, DELETE])
		expect([handle().status, handle().headers.get("allow")]).toEqual([405, "GET, HEAD"]);
});

it("answers 503 in words while the database is away", async () => {
	vi.spyOn(db().paper, "findUnique").mockImplementation(() => {
		throw new Error("connect ECONNREFUSED 127.0.0.1");
	});
	const response = await cite("bib", "2606.00001");
	expect([response.status, response.headers.get("cache-control")]).toEqual([503, "no-store"]);
});
