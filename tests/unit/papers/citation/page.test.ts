import fc from "fast-check";
import reader from "html-metadata";
import { expect, it } from "vitest";
import { z } from "zod";
import { serialiseJsonLd, toJsonLd } from "@/lib/papers/citation/json-ld";
import { toCitationMeta } from "@/lib/papers/citation/meta";
import { invertName } from "@/lib/papers/citation/names";
import { foldLines, toPlainLine } from "@/lib/papers/citation/text";
import type { CitedPaper } from "@/lib/papers/citation/types";
import { parsePaperId } from "@/lib/papers/ids";
import { anyPaper, citedPaper } from "./papers";

const PAGE = "https://papers.example/papers/2412.14093";
const found = z.object({
	highwirePress: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
	jsonLd: z.union([z.record(z.string(), z.unknown()), z.array(z.record(z.string(), z.unknown())).length(1)]),
});

/** What another program finds on a page with the paper's tags and JSON-LD. */
async function readPage(paper: CitedPaper) {
	const metas = Object.entries(toCitationMeta(paper, PAGE)).flatMap(([name, values]) =>
		[values]
			.flat()
			.map((value) => `<meta name="${name}" content="${value.replace(/&/g, "&amp;").replace(/"/g, "&quot;")}">`),
	);
	const data = serialiseJsonLd(toJsonLd(paper, PAGE));
	const html = `<!doctype html><html lang="en"><head><title>A page</title>${metas.join("")}
<script type="application/ld+json">${data}</script></head><body><p>Text</p></body></html>`;
	const { highwirePress, jsonLd } = found.parse(await reader.loadFromString(html));
	return { tags: highwirePress, data: [jsonLd].flat()[0] };
}

it("shows a preprint to Zotero, Citoid and Google Scholar", async () => {
	const { tags, data } = await readPage(citedPaper({ title: 'Faking "$\\alpha$" & <b> by 5\\%' }));
	expect(tags).toEqual({
		title: 'Faking "α" & <b> by 5%',
		author: ["Greenblatt, Ryan", "Denison, Carson"],
		publication_date: "2024/12/18",
		online_date: "2024/12/20",
		arxiv_id: "2412.14093",
		doi: "10.48550/arXiv.2412.14093",
		pdf_url: "https://arxiv.org/pdf/2412.14093",
		abstract_html_url: PAGE,
		keywords: ["alignment", "language models"],
		language: "en",
	});
	expect(data).toEqual({
		"@context": "https://schema.org",
		"@type": "ScholarlyArticle",
		"@id": PAGE,
		url: PAGE,
		name: 'Faking "α" & <b> by 5%',
		headline: 'Faking "α" & <b> by 5%',
		author: [
			{ "@type": "Person", name: "Ryan Greenblatt", givenName: "Ryan", familyName: "Greenblatt" },
			{ "@type": "Person", name: "Carson Denison", givenName: "Carson", familyName: "Denison" },
		],
		datePublished: "2024-12-18",
		dateModified: "2024-12-20",
		identifier: [
			{ "@type": "PropertyValue", propertyID: "arXiv", value: "2412.14093" },
			{ "@type": "PropertyValue", propertyID: "DOI", value: "10.48550/arXiv.2412.14093" },
		],
		sameAs: ["https://arxiv.org/abs/2412.14093", "https://doi.org/10.48550/arXiv.2412.14093"],
		keywords: ["alignment", "language models", "cs.AI", "cs.CL"],
		abstract: "We present a demonstration.",
		inLanguage: "en",
		isAccessibleForFree: true,
	});
});

it("keeps a suffix with the name, and tells organisations from people", () => {
	const paper = citedPaper({ authors: ["Antonio Laverghetta Jr.", "Qwen Team", "Linus"] });
	expect(toCitationMeta(paper, PAGE).citation_author).toEqual(["Laverghetta, Antonio Jr.", "Qwen Team", "Linus"]);
	expect(toJsonLd(paper, PAGE).author).toEqual([
		{
			"@type": "Person",
			name: "Antonio Laverghetta Jr.",
			givenName: "Antonio",
			familyName: "Laverghetta",
			honorificSuffix: "Jr.",
		},
		{ "@type": "Organization", name: "Qwen Team" },
		{ "@type": "Person", name: "Linus" },
	]);
});

it("names the journal and its DOI where they are known", async () => {
	const { tags, data } = await readPage(citedPaper({ doi: "10.5555/1", journalRef: "JMLR 25 (2024)" }));
	expect(tags).toMatchObject({ journal_title: "JMLR 25 (2024)", doi: "10.5555/1" });
	expect(data).toMatchObject({ isPartOf: { "@type": "Periodical", name: "JMLR 25 (2024)" } });
});

it("promises no more of a paper outside arXiv than is known", () => {
	const paper = citedPaper({
		id: parsePaperId("sample-a-b"),
		publishedOn: null,
		revisedOn: null,
		authors: [],
		keywords: [],
	});
	expect(toCitationMeta(paper, PAGE)).toEqual({
		citation_title: "Alignment Faking in Large Language Models",
		citation_abstract_html_url: PAGE,
		citation_language: "en",
	});
	expect(JSON.parse(serialiseJsonLd(toJsonLd(paper, PAGE)))).not.toHaveProperty("isAccessibleForFree");
});

it("gives a headline of 110 characters at most, cut between words", () => {
	const headline = (title: string) => toJsonLd(citedPaper({ title }), PAGE).headline;
	expect(headline("word ".repeat(30))).toBe(`${"word ".repeat(21).trim()}…`);
	expect(headline("x".repeat(300))).toBe(`${"x".repeat(109)}…`);
	expect(headline("x".repeat(110))).toBe("x".repeat(110));
});

it("is read whole, whatever a source says", async () => {
	await fc.assert(
		fc.asyncProperty(anyPaper, async (paper) => {
			const { tags, data } = await readPage(paper);
			expect(tags.title ?? "").toBe(toPlainLine(paper.title));
			const authors = foldLines(paper.authors);
			expect([tags.author ?? []].flat()).toEqual(authors.map((name) => invertName(name, " ")));
			expect(data).toMatchObject({ name: toPlainLine(paper.title), author: authors.map((name) => ({ name })) });
			expect(serialiseJsonLd(toJsonLd(paper, PAGE))).not.toMatch(/[<>&\u2028\u2029]/);
		}),
		{ numRuns: 200 },
	);
});
