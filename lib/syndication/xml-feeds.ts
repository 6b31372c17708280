import { Feed, type Item } from "feed";
import { escapeText } from "../papers/latex-writer";
import type { FeedContent, FeedEntry } from "./types";

/** What XML 1.0 can't hold in any spelling. */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Atom 1.0 (RFC 4287). Titles and summaries are HTML there, so that plain text is escaped. */
export function writeAtom(content: FeedContent): string {
	const feed = startFeed(content, "atom");
	for (const entry of content.entries)
		feed.addItem({
			...toItem(entry),
			title: escapeText(entry.title),
			author: entry.authors.map((name) => ({ name: keepAmpersands(name) })),
			// The package does not escape `<` in attributes.
			category: entry.topics.map(({ name, slug }) => ({ name: name.replaceAll("<", "‹"), term: slug })),
		});
	return feed.atom1().replace(NOT_XML, "");
}

/**
 * RSS 2.0 (https://www.rssboard.org/rss-specification). Titles are plain there. `author` would have to be an address: names go
 * into Dublin Core's element.
 */
export function writeRss(content: FeedContent): string {
	const feed = startFeed(content, "rss");
	for (const entry of content.entries)
		feed.addItem({
			...toItem(entry),
			category: entry.topics.map(({ name }) => ({ name: keepAmpersands(name) })),
			extensions: [
				// In place of the package's own, which a second "]]>" would end.
				{ name: "title", objects: { _text: keepAmpersands(entry.title) } },
				{ name: "dc:creator", objects: { _text: keepAmpersands(entry.authors.join(", ")) } },
			].filter(({ objects }) => objects._text !== ""),
		});
	return feed.rss2().replace(NOT_XML, "");
}

function startFeed({ title, pageUrl, selfUrl, updated }: FeedContent, format: "atom" | "rss"): Feed {
	return new Feed({
		id: selfUrl,
		title: keepAmpersands(title),
		description: keepAmpersands(title),
		link: pageUrl,
		feedLinks: { [format]: selfUrl },
		updated,
		language: "en",
		generator: "Broadsheet",
		// Atom wants one for entries that name none.
		author: { name: "Broadsheet" },
	});
}

function toItem({ url, title, summary, html, published, updated }: FeedEntry): Item {
	return { id: url, link: url, title, description: escapeText(summary), content: html, published, date: updated };
}

/** The package takes the word `&amp;` in a text for an ampersand that is escaped already. */
function keepAmpersands(text: string): string {
	return text.replaceAll("&", "&amp;");
}
