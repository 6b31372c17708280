/** Identifies a paper: an arXiv id without version, or `<source>-<name>` for one that arXiv does not hold. */
export type PaperId = string & { readonly __brand: "PaperId" };

// The forms of https://info.arxiv.org/help/arxiv_identifier.html: YYMM.NNNN(N) since April 2007, archive/YYMMNNN before.
const ARXIV = /^\d{2}(0[1-9]|1[0-2])\.\d{4,5}$/;
const ARXIV_OLD = /^[a-z]+(-[a-z]+)?(\.[A-Z]{2})?\/\d{2}(0[1-9]|1[0-2])\d{3}$/;
const OTHER = /^[a-z]+-[a-z0-9]+(-[a-z0-9]+)*$/;

/** Longer than any id in use; keeps what a stranger types short. */
const MAX_LENGTH = 100;

/** Reads a paper's id as it stands in addresses and in the database; undefined if the text can't be one. */
export function parsePaperId(text: string): PaperId | undefined {
	if (text.length > MAX_LENGTH) return undefined;
	return isArxivId(text) || OTHER.test(text) ? (text as PaperId) : undefined;
}

/** Whether arXiv holds the paper under this id. */
export function isArxivId(id: string): boolean {
	return ARXIV.test(id) || ARXIV_OLD.test(id);
}

/** The paper's abstract page at arXiv (https://info.arxiv.org/help/arxiv_identifier_for_services.html). */
export function arxivAbstractUrl(id: PaperId): string {
	return `https://arxiv.org/abs/${id}`;
}

/** The paper's PDF at arXiv, newest version. */
export function arxivPdfUrl(id: PaperId): string {
	return `https://arxiv.org/pdf/${id}`;
}
