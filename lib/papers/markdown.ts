import { toBibtex } from "./citation/bibtex";
import { arxivAbstractUrl, arxivPdfUrl, isArxivId, type PaperId } from "./ids";
import { escapeMarkdown, fenceCode, linkAddress } from "./markdown-text";
import { SOURCE_NAMES } from "./source-names";
import type { PaperDetails, Upvotes } from "./types";

/**
 * A paper as Markdown: its facts, abstract, summary and BibTeX. What others wrote is escaped, formulas are plain text.
 *
 * @param site the address that ours begin with (`https://papers.example.org`)
 */
export function toPaperMarkdown(paper: PaperDetails, site: string): string {
	const { title, abstract, aiSummary, source, authors } = paper;
	const bibtex = toBibtex({ ...paper, ...source, authors: authors.map(({ name }) => name) });
	const parts = [
		`# ${escapeMarkdown(title.text)}\n`,
		listFacts({ ...describe(paper), ...link(paper, site) }),
		abstract.text && `## Abstract\n\n${escapeMarkdown(abstract.text)}\n`,
		aiSummary &&
			`## AI summary\n\n*Written by a model${
				aiSummary.model === null ? ", which is not named" : ` (${escapeMarkdown(aiSummary.model)})`
			}, not by the authors.*\n\n${escapeMarkdown(aiSummary.text)}\n`,
		`## BibTeX\n\n${fenceCode("bibtex", bibtex)}`,
	];
	return parts.filter(Boolean).join("\n");
}

/** Where a paper's page is. */
export function paperAddress(id: PaperId, site: string): string {
	return new URL(`/papers/${id}`, site).href;
}

/** `12 (2 cast here, 10 from Hugging Face)` */
export function describeUpvotes({ total, local, imported, importSource }: Upvotes): string {
	if (imported === 0 || importSource === null) return `${total} (cast here)`;
	return `${total} (${local} cast here, ${imported} from ${SOURCE_NAMES[importSource]})`;
}

type Facts = Record<string, string | false | null | undefined>;

function listFacts(facts: Facts): string {
	return Object.entries(facts)
		.flatMap(([name, value]) => (value ? [`- ${name}: ${value}\n`] : []))
		.join("");
}

function describe(paper: PaperDetails): Facts {
	const { authors, authorCount, organization, publishedOn, version, revisedOn, editionDate, rank, topics, doi } = paper;
	return {
		Authors: authors.map(({ name }) => escapeMarkdown(name)).join(", ") || authorCount?.toString(),
		Organisation: organization && escapeMarkdown(organization.name),
		Published: publishedOn,
		"Newest version": version !== null && `${version}${revisedOn ? ` of ${revisedOn}` : ""}`,
		Listed: editionDate && `${editionDate}${rank === null ? "" : `, number ${rank} of the day`}`,
		Upvotes: describeUpvotes(paper.upvotes),
		Topics: topics.map(({ name }) => escapeMarkdown(name)).join(", "),
		"Appeared in": paper.journalRef && escapeMarkdown(paper.journalRef),
		DOI: doi && escapeMarkdown(doi),
	};
}

function link({ id, code, projectPage }: PaperDetails, site: string): Facts {
	const repository = code && linkAddress(`https://github.com/${code.repo}`);
	return {
		Page: linkAddress(paperAddress(id, site)),
		arXiv: isArxivId(id) && linkAddress(arxivAbstractUrl(id)),
		PDF: isArxivId(id) && linkAddress(arxivPdfUrl(id)),
		Code: repository && `${repository}${code.stars === null ? "" : ` (${code.stars} stars)`}`,
		Project: projectPage && linkAddress(projectPage),
	};
}
