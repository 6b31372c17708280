import { foldLine, toPlainLine } from "../papers/citation/text";
import { arxivAbstractUrl, arxivPdfUrl, isArxivId } from "../papers/ids";
import { renderRichText } from "../papers/latex";
import { escapeText } from "../papers/latex-writer";
import type { FeedEntry, ListedPaper } from "./types";

/**
 * A paper as an entry of a feed.
 *
 * @param siteUrl where our pages are (`https://papers.example.org`)
 */
export function toFeedEntry(paper: ListedPaper, siteUrl: string): FeedEntry {
	const url = new URL(`/papers/${paper.id}`, siteUrl).href;
	const arxivUrl = isArxivId(paper.id) ? arxivAbstractUrl(paper.id) : null;
	const abstract = renderRichText(foldLine(paper.abstract));
	const links = [
		toLink(url, "Broadsheet"),
		...(arxivUrl === null ? [] : [toLink(arxivUrl, "arXiv"), toLink(arxivPdfUrl(paper.id), "PDF")]),
	];
	return {
		url,
		arxivUrl,
		title: toPlainLine(paper.title),
		authors: paper.authors.map(foldLine),
		summary: foldLine(abstract.text),
		html: `<p>${abstract.html ?? escapeText(abstract.text)}</p><p>${links.join(" · ")}</p>`,
		topics: paper.topics,
		published: paper.listedAt,
		updated: paper.updatedAt,
	};
}

function toLink(url: string, text: string): string {
	return `<a href="${escapeText(url)}">${text}</a>`;
}
