import { arxivPdfUrl, isArxivId } from "../ids";
import { doiOf } from "./doi";
import { invertName } from "./names";
import { foldLines, toPlainLine } from "./text";
import type { CitedPaper } from "./types";

/**
 * The tags by which Zotero and Google Scholar read a paper off its page (https://scholar.google.com/intl/en/scholar/inclusion.html).
 * A list means one tag a value, in order. Values are plain text, for whoever writes the page to escape.
 *
 * @param pageUrl the whole address of the paper's page
 */
export function toCitationMeta(paper: CitedPaper, pageUrl: string): Record<string, string | string[]> {
	const { id, publishedOn, revisedOn, journalRef } = paper;
	const isAtArxiv = isArxivId(id);
	const tags: Record<string, string | string[] | null | undefined> = {
		citation_title: toPlainLine(paper.title),
		// Zotero reads two parts of a name and drops a third.
		citation_author: foldLines(paper.authors).map((name) => invertName(name, " ")),
		citation_publication_date: publishedOn?.replaceAll("-", "/"),
		// arXiv's own pages say by it when the newest version came.
		citation_online_date: revisedOn?.replaceAll("-", "/"),
		citation_journal_title: journalRef && toPlainLine(journalRef),
		citation_arxiv_id: isAtArxiv ? id : null,
		citation_doi: doiOf(paper),
		citation_pdf_url: isAtArxiv ? arxivPdfUrl(id) : null,
		citation_abstract_html_url: pageUrl,
		citation_keywords: foldLines(paper.keywords),
		citation_language: "en",
	};
	return Object.fromEntries(Object.entries(tags).flatMap(([name, value]) => (value?.length ? [[name, value]] : [])));
}
