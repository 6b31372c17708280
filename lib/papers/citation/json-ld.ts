import { arxivAbstractUrl, isArxivId } from "../ids";
import { doiOf } from "./doi";
import { isOrganization, splitName } from "./names";
import { foldLines, toPlainLine } from "./text";
import type { CitedPaper } from "./types";

/** What search engines take of a headline (https://developers.google.com/search/docs/appearance/structured-data/article). */
const MAX_HEADLINE = 110;

/** Search engines show a few. All of a paper's authors stand in the page's tags, for those who cite it. */
const MAX_AUTHORS = 100;

/**
 * The paper as schema.org's ScholarlyArticle (https://schema.org/ScholarlyArticle). What is not known is left out.
 *
 * @param pageUrl the whole address of the paper's page
 */
export function toJsonLd(paper: CitedPaper, pageUrl: string): Record<string, unknown> {
	const title = toPlainLine(paper.title);
	const doi = doiOf(paper);
	const isAtArxiv = isArxivId(paper.id);
	return {
		"@context": "https://schema.org",
		"@type": "ScholarlyArticle",
		"@id": pageUrl,
		url: pageUrl,
		name: title,
		headline: shorten(title),
		author: foldLines(paper.authors).slice(0, MAX_AUTHORS).map(toAuthor),
		datePublished: paper.publishedOn ?? undefined,
		dateModified: paper.revisedOn ?? undefined,
		identifier: [
			...(isAtArxiv ? [{ "@type": "PropertyValue", propertyID: "arXiv", value: paper.id }] : []),
			...(doi === null ? [] : [{ "@type": "PropertyValue", propertyID: "DOI", value: doi }]),
		],
		sameAs: [...(isAtArxiv ? [arxivAbstractUrl(paper.id)] : []), ...(doi === null ? [] : [`https://doi.org/${doi}`])],
		isPartOf: paper.journalRef ? { "@type": "Periodical", name: toPlainLine(paper.journalRef) } : undefined,
		keywords: foldLines([...paper.keywords, ...paper.categories]),
		abstract: toPlainLine(paper.abstract),
		inLanguage: "en",
		isAccessibleForFree: isAtArxiv || undefined,
	};
}

/** JSON that may stand inside `<script type="application/ld+json">`: nothing in it can end the element, or begin a comment. */
export function serialiseJsonLd(object: Record<string, unknown>): string {
	return JSON.stringify(object).replace(
		/[<>&\u2028\u2029]/g,
		(sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
}

function toAuthor(name: string): Record<string, string> {
	const person = splitName(name);
	if (person === undefined) return { "@type": isOrganization(name) ? "Organization" : "Person", name };
	const { given, family, suffix } = person;
	return {
		"@type": "Person",
		name,
		givenName: given,
		familyName: family,
		...(suffix !== "" && { honorificSuffix: suffix }),
	};
}

function shorten(title: string): string {
	if (title.length <= MAX_HEADLINE) return title;
	const cut = title.slice(0, MAX_HEADLINE - 1).replace(/\s+\S*$/, "");
	return `${cut.toWellFormed()}…`;
}
