import { arxivAbstractUrl, isArxivId } from "../ids";
import { doiOf } from "./doi";
import { citationKey } from "./key";
import { escapeLatex, renderLatex } from "./latex";
import { splitName } from "./names";
import { foldLines } from "./text";
import type { CitedPaper } from "./types";

/** BibTeX's own strings, which each style prints in its language. */
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * An entry of BibTeX in UTF-8 (biber, or BibTeX with any engine of today): `@article` where a journal reference is known, else
 * `@misc`, with the fields by which styles and biblatex print an arXiv id. Ends in a line break.
 */
export function toBibtex(paper: CitedPaper): string {
	const { id, publishedOn, journalRef } = paper;
	const isAtArxiv = isArxivId(id);
	const fields: Record<string, string | null | undefined> = {
		title: braced(protectCase(renderLatex(paper.title))),
		author: braced(foldLines(paper.authors).map(toBibtexName).join(" and ")),
		journal: journalRef && braced(renderLatex(journalRef)),
		year: publishedOn && braced(publishedOn.slice(0, 4)),
		month: publishedOn && MONTHS[Number(publishedOn.slice(5, 7)) - 1],
		eprint: isAtArxiv ? braced(id) : null,
		archivePrefix: isAtArxiv ? braced("arXiv") : null,
		primaryClass: isAtArxiv ? braced(escapeLatex(paper.categories[0] ?? "")) : null,
		doi: braced(doiOf(paper) ?? ""),
		url: isAtArxiv ? braced(arxivAbstractUrl(id)) : null,
		abstract: braced(renderLatex(paper.abstract)),
		keywords: braced(foldLines(paper.keywords).map(toKeyword).join(", ")),
	};
	const lines = Object.entries(fields).flatMap(([name, value]) => (value ? [`  ${name} = ${value},\n`] : []));
	return `@${journalRef ? "article" : "misc"}{${citationKey(paper)},\n${lines.join("")}}\n`;
}

/** A file of entries, each paper once, in the order given. */
export function toBibtexList(papers: Iterable<CitedPaper>): string {
	const entries = new Map<string, string>();
	for (const paper of papers) if (!entries.has(paper.id)) entries.set(paper.id, toBibtex(paper));
	return [...entries.values()].join("\n");
}

/** Empty for an empty value: such a field is left out. */
function braced(value: string): string {
	return value === "" ? "" : `{${value}}`;
}

/**
 * Styles put titles in small letters, but for what stands in braces. A command right behind the brace would make all of it one
 * "special character" to BibTeX, which has its letters changed again.
 */
function protectCase(title: string): string {
	return title === "" ? "" : `{${/^(\\|\{\\)/.test(title) ? "{}" : ""}${title}}`;
}

/**
 * `Family, Given`, the form that leaves nothing to guess; a name that is taken whole in braces, where no reader splits it. Some
 * would make a particle of the middle of `Plaza-del-Arco`.
 */
function toBibtexName(name: string): string {
	const person = splitName(name);
	if (person === undefined) return `{${escapeLatex(name)}}`;
	const family = escapeLatex(person.family).replace(/\S+-\p{Ll}\S*/gu, "{$&}");
	return [family, escapeLatex(person.suffix), escapeLatex(person.given)].filter(Boolean).join(", ");
}

function toKeyword(keyword: string): string {
	return keyword.includes(",") ? `{${escapeLatex(keyword)}}` : escapeLatex(keyword);
}
