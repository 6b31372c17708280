import type { FeedContent } from "./types";

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/): the package `feed` writes version 1, which has one author at most. */
export function writeJsonFeed({ title, pageUrl, selfUrl, entries }: FeedContent): string {
	return JSON.stringify({
		version: "https://jsonfeed.org/version/1.1",
		title,
		home_page_url: pageUrl,
		feed_url: selfUrl,
		language: "en",
		items: entries.map((entry) => ({
			id: entry.url,
			url: entry.url,
			external_url: entry.arxivUrl ?? undefined,
			title: entry.title,
			content_html: entry.html,
			summary: entry.summary,
			date_published: entry.published,
			date_modified: entry.updated,
			authors: entry.authors.map((name) => ({ name })),
			tags: entry.topics.map(({ name }) => name),
		})),
	});
}
