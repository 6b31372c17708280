import { type PaperId, parsePaperId } from "../papers/ids";

// https://info.arxiv.org/help/arxiv_identifier.html, alone or at the end of an address at whatever site, a DOI or `arXiv:…`.
const REFERENCE =
	/^(?:\S*?[/:.])??(\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[a-z]{2})?\/\d{7})(?:v\d{1,3})?(?:\.pdf|\.md)?\/?(?:[?#]\S*)?$/i;

/** Reads one word as the id or the address of a paper at arXiv; undefined if it is neither. */
export function readPaperReference(word: string): PaperId | undefined {
	const [, id] = REFERENCE.exec(word) ?? [];
	return id === undefined ? undefined : parsePaperId(id.toLowerCase().replace(/\.[a-z]{2}\//, "/"));
}
