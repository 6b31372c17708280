import { toBibtexList } from "../papers/citation/bibtex";
import { toRis } from "../papers/citation/ris";
import { foldLine, toPlainLine } from "../papers/citation/text";
import { arxivAbstractUrl, isArxivId } from "../papers/ids";
import { toCsvLine } from "./csv";
import type { ListedPaper } from "./types";

/** How a file is written piece by piece: what stands before, between and behind the pieces, and a piece of some papers. */
export type ExportFormat = {
	type: string;
	before: string;
	between: string;
	behind: string;
	write: (papers: readonly ListedPaper[]) => string;
};

const COLUMNS = [
	"id",
	"title",
	"authors",
	"published",
	"listed",
	"upvotes",
	"comments",
	"organisation",
	"code",
	"project_page",
	"arxiv",
	"abstract",
] as const;

/** By the ending that stands for each in addresses. */
export const EXPORT_FORMATS: ReadonlyMap<string, ExportFormat> = new Map([
	["json", { type: "application/json", before: "[", between: ",\n", behind: "]\n", write: writeJson }],
	["csv", { type: "text/csv", before: toCsvLine(COLUMNS), between: "", behind: "", write: writeCsv }],
	["bib", { type: "application/x-bibtex", before: "", between: "\n", behind: "", write: toBibtexList }],
	["ris", { type: "application/x-research-info-systems", before: "", between: "", behind: "", write: writeRis }],
]);

function writeJson(papers: readonly ListedPaper[]): string {
	return papers.map((paper) => JSON.stringify(toRecord(paper))).join(",\n");
}

function writeCsv(papers: readonly ListedPaper[]): string {
	const records = papers.map(toRecord).map((record) => ({ ...record, authors: record.authors.join("; ") }));
	return records.map((record) => toCsvLine(COLUMNS.map((column) => record[column]))).join("");
}

function writeRis(papers: readonly ListedPaper[]): string {
	return papers.map(toRis).join("");
}

/** Texts are plain and in one line; days and instants in UTC. */
function toRecord(paper: ListedPaper) {
	return {
		id: paper.id,
		title: toPlainLine(paper.title),
		authors: paper.authors.map(foldLine),
		published: paper.publishedOn,
		listed: paper.listedAt.toISOString(),
		upvotes: paper.upvotes,
		comments: paper.comments,
		organisation: paper.organization,
		code: paper.githubRepo && `https://github.com/${paper.githubRepo}`,
		project_page: paper.projectPage,
		arxiv: isArxivId(paper.id) ? arxivAbstractUrl(paper.id) : null,
		abstract: toPlainLine(paper.abstract),
	} satisfies Record<(typeof COLUMNS)[number], unknown>;
}
