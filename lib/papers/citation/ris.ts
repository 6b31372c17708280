import { arxivAbstractUrl, arxivPdfUrl, isArxivId } from "../ids";
import { doiOf } from "./doi";
import { citationKey } from "./key";
import { invertName } from "./names";
import { foldLine, foldLines, toPlainLine } from "./text";
import type { CitedPaper } from "./types";

/**
 * A record of RIS, with CRLF line ends, the last line's among them: records one after the other are a file. A preprint is
 * `UNPB`, EndNote's "unpublished work"; Zotero, which knows no preprints in RIS, makes it a journal article, as it does of `GEN`.
 * Each value is one line, so nothing in it can pass for a tag.
 */
export function toRis(paper: CitedPaper): string {
	const { id, publishedOn, journalRef } = paper;
	const isAtArxiv = isArxivId(id);
	const lines: [tag: string, value: string | null | undefined][] = [
		["TY", journalRef ? "JOUR" : "UNPB"],
		["ID", citationKey(paper)],
		["TI", toPlainLine(paper.title)],
		...foldLines(paper.authors).map((name): [string, string] => ["AU", invertName(name, ", ")]),
		["T2", journalRef && toPlainLine(journalRef)],
		["PY", publishedOn?.slice(0, 4)],
		["DA", publishedOn && `${publishedOn.replaceAll("-", "/")}/`],
		["AB", toPlainLine(paper.abstract)],
		...foldLines(paper.keywords).map((keyword): [string, string] => ["KW", keyword]),
		["DO", doiOf(paper)],
		["DB", isAtArxiv ? "arXiv" : null],
		["AN", isAtArxiv ? `arXiv:${id}` : null],
		["UR", isAtArxiv ? arxivAbstractUrl(id) : null],
		["L1", isAtArxiv ? arxivPdfUrl(id) : null],
	];
	const written = lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${foldLine(value)}\r\n`] : []));
	return `${written.join("")}ER  - \r\n`;
}
