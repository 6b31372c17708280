import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldLine, toPlainLine } from "@/lib/papers/citation/text";
import { toFeedEntry } from "@/lib/syndication/entries";
import type { FeedContent, ListedPaper } from "@/lib/syndication/types";
import { writeAtom, writeRss } from "@/lib/syndication/xml-feeds";
import { citedPaper } from "../papers/citation/papers";
import { readXml, unescapeText } from "./xml";

const AT = new Date("2026-06-08T08:00:00Z");

function feedOf(...papers: Partial<ListedPaper>[]): FeedContent {
	const entries = papers.map((values) =>
		toFeedEntry(
			{
				...citedPaper(values),
				listedAt: AT,
				updatedAt: AT,
				upvotes: 0,
				comments: 0,
				organization: null,
				topics: values.topics ?? [],
				githubRepo: null,
				projectPage: null,
			},
			"https://papers.example.org",
		),
	);
	const [pageUrl, selfUrl] = ["https://papers.example.org/", "https://papers.example.org/feed?a=1&b=2"];
	return { title: "Papers & <more>", pageUrl, selfUrl, updated: AT, entries };
}

/** What ends elements, CDATA or attributes, is markup twice over, or no XML at all. */
const hostile = fc
	.array(
		fc.constantFrom(
			"<script>alert(1)</script>",
			"]]>",
			"<![CDATA[",
			"&amp;",
			"&lt;",
			"&",
			'"',
			"\u0000",
			"\u0008",
			"\ufffe",
			"\ud800",
			"😀",
			"\u202eשלום",
			"$x<1$",
			"word",
		),
		{ minLength: 1 },
	)
	.map((parts) => `${parts.join(" ")} word`);

/** As XML can hold it. */
const inXml = (text: string) => text.replaceAll("\ufffe", "");

describe.each([
	["Atom", writeAtom, "name", unescapeText],
	["RSS", writeRss, "dc:creator", (text: string) => text],
])("%s", (_name, write, authorElement, readTitle) => {
	it("stays well-formed and says each title and author to the letter, whatever stands in them", () => {
		fc.assert(
			fc.property(hostile, hostile, hostile, (title, author, abstract) => {
				const topics = [{ slug: "a", name: foldLine(author) }];
				const elements = readXml(write(feedOf({ title, abstract, authors: [author], topics })));
				const texts = (name: string) => elements.filter((each) => each.name === name).map(({ text }) => text);
				expect(texts("title").map(readTitle).at(-1)).toBe(inXml(toPlainLine(title)));
				expect(texts(authorElement)).toContain(inXml(foldLine(author)));
				expect(texts("title")[0]).toBe("Papers & <more>");
			}),
		);
	});

	it("holds no script in its HTML", () => {
		const content = feedOf({ title: "A", abstract: "<script>alert(1)</script><img src=x onerror=alert(1)> $x^2$" });
		const html = readXml(write(content)).map(({ text }) => text);
		expect(html.some((text) => text.includes("<math"))).toBe(true);
		for (const text of html) expect(text).not.toMatch(/<(script|img)/);
	});

	it("is the same text for the same papers", () => {
		expect(write(feedOf({}))).toBe(write(feedOf({})));
	});
});
