import { isArxivId } from "../ids";
import { foldLine } from "./text";
import type { CitedPaper } from "./types";

/**
 * The paper's DOI: the journal's where one is known, else the one that arXiv registers for each of its papers
 * (https://info.arxiv.org/help/doi.html). Braces and backslashes, which no registrar gives out, are percent-encoded.
 */
export function doiOf({ id, doi }: CitedPaper): string | null {
	if (doi !== null) return foldLine(doi).replace(/[ {}\\]/g, encodeURIComponent) || null;
	return isArxivId(id) ? `10.48550/arXiv.${id}` : null;
}
