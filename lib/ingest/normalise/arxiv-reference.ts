import { type PaperId, parsePaperId } from "../../papers/ids";
import { cleanText } from "./text";

/** A paper at arXiv as somebody names it, at one version or none in particular. */
export type ArxivReference = { id: PaperId; version?: number };

/** Longer than any address of a paper. */
const MAX_LENGTH = 1_000;

// https://info.arxiv.org/help/arxiv_identifier.html; letter case is put right afterwards.
const ID = String.raw`(?<id>\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[a-z]{2})?/\d{7})(?:v(?<version>[1-9]\d{0,2}))?`;
const BARE = new RegExp(`^(?:arxiv:\\s*)?${ID}$`, "i");
// https://info.arxiv.org/help/doi.html
const DOI = new RegExp(`^(?:doi:\\s*)?10\\.48550/arxiv\\.${ID}$`, "i");
/** The category and the date that arXiv prints behind an id: `[cs.CL] 18 Dec 2024`. */
const STAMP = /\s+\[[a-z-]+(\.[a-z-]+)?\].*$/i;
const WRAPPING = /^[<("'“‘[\s]+|[>)"'”’\].,;\s]+$/g;

const SITES: { host: RegExp; path: RegExp }[] = [
	{ host: /(^|\.)(arxiv|ar5iv)\.org$/, path: below("(?:(?:abs|pdf|html|format|ps|src|e-print|tb|bibtex)/)?") },
	{ host: /^(www\.)?alphaxiv\.org$/, path: below("(?:[a-z]{2}/)?(?:(?:abs|overview|pdf|html|audio)/)") },
	{ host: /^(www\.)?(huggingface\.co|hf\.co)$/, path: below("(?:api/)?papers/") },
	{ host: /^((www|dx)\.)?doi\.org$/, path: below(String.raw`10\.48550/arxiv\.`) },
];

/**
 * Reads a paper's arXiv id in any form that people paste: the id alone, `arXiv:…`, a DOI, an address at arXiv, ar5iv, alphaXiv,
 * Hugging Face or doi.org. The subject class of an old id goes (`math.GT/0309136` is `math/0309136`), as in arXiv's own answers:
 * https://info.arxiv.org/help/arxiv_identifier_for_services.html
 *
 * @returns undefined if the text names no paper at arXiv
 */
export function parseArxivReference(text: string): ArxivReference | undefined {
	if (text.length > MAX_LENGTH) return undefined;
	const bare = cleanText(text).replace(STAMP, "").replace(WRAPPING, "");
	return toReference(BARE.exec(bare) ?? DOI.exec(bare) ?? matchAddress(bare));
}

function matchAddress(text: string): RegExpExecArray | null {
	const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
	if (!URL.canParse(address)) return null;
	const { hostname, pathname } = new URL(address);
	const site = SITES.find(({ host }) => host.test(hostname));
	const path = decodePath(pathname);
	return site && path !== undefined ? site.path.exec(path) : null;
}

/** Undefined for a path that percent-encodes what is no UTF-8. */
function decodePath(path: string): string | undefined {
	try {
		return decodeURIComponent(path);
	} catch {
		return undefined;
	}
}

/** A path of the site: a folder, the id, an ending as for a file, and perhaps a place inside the document. */
function below(folder: string): RegExp {
	return new RegExp(`^/${folder}${ID}(?:\\.(?:pdf|ps|md|gz))*(?:/.*)?$`, "i");
}

function toReference(match: RegExpExecArray | null): ArxivReference | undefined {
	const { id: found = "", version } = match?.groups ?? {};
	const id = parsePaperId(found.toLowerCase().replace(/\.[a-z]{2}\//, "/"));
	return id && { id, ...(version !== undefined && { version: Number(version) }) };
}
