import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divideIds, parseSitemapPart, SITEMAP_KINDS, sitemapPath } from "@/lib/sitemap/parts";
import { writeSitemap, writeSitemapIndex } from "@/lib/sitemap/xml";
import { readSitemap } from "./read-sitemap";

const SITE = "https://papers.example.org/";

describe("a sitemap", () => {
	it("has whole addresses, and instants or days of change where they are known", () => {
		expect(
			writeSitemap(
				[
					{ path: "/papers/2606.00001", changed: new Date("2026-06-08T08:00:00Z") },
					{ path: "/papers/date/2026-06-08", changed: "2026-06-08" },
					{ path: "/topics/μp&co" },
				],
				SITE,
			),
		).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://papers.example.org/papers/2606.00001</loc><lastmod>2026-06-08T08:00:00.000Z</lastmod></url>
<url><loc>https://papers.example.org/papers/date/2026-06-08</loc><lastmod>2026-06-08</lastmod></url>
<url><loc>https://papers.example.org/topics/%CE%BCp&amp;co</loc></url>
</urlset>
`);
	});

	it("is XML that says the same, whatever an address holds", () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.string({ unit: "binary" }).map((name) => name.toWellFormed()),
					{ maxLength: 5 },
				),
				(names) => {
					const paths = names.map((name) => `/authors/x${encodeURIComponent(name)}?${name}`);
					const read = readSitemap(
						writeSitemap(
							paths.map((path) => ({ path })),
							SITE,
						),
					);
					expect(read.addresses).toEqual(paths.map((path) => new URL(path, SITE).href));
				},
			),
		);
	});
});

it("indexes sitemaps", () => {
	const read = readSitemap(writeSitemapIndex([{ path: "/sitemaps/papers/1.xml" }], SITE));
	expect(read).toEqual({ root: "sitemapindex", addresses: ["https://papers.example.org/sitemaps/papers/1.xml"] });
});

describe("a sitemap's address", () => {
	it("is read as it is written", () => {
		for (const kind of SITEMAP_KINDS) {
			const [, , , file = ""] = sitemapPath({ kind, part: 12 }).split("/");
			expect(parseSitemapPart(kind, file)).toEqual({ kind, part: 12 });
		}
	});

	it.each(["0.xml", "01.xml", "-1.xml", "1", "1.xml.gz", "1e3.xml", "99999999.xml", ".xml"])("is not %s", (file) => {
		expect(parseSitemapPart("papers", file)).toBeUndefined();
	});

	it("is of a known kind", () => {
		for (const kind of ["users", "constructor", ""]) expect(parseSitemapPart(kind, "1.xml")).toBeUndefined();
	});
});

it("divides all ids into shares of the same size", () => {
	const first = "00000000-0000-0000-0000-000000000000";
	expect(divideIds(1)).toEqual([first]);
	expect(divideIds(4)).toEqual([first, ...["4", "8", "c"].map((digit) => digit + first.slice(1))]);
});
