import { SourceError } from "../http/source-error";
import { childrenOf, childText, parseXml, type XmlElement } from "../http/xml";
import { cleanText } from "../normalise/text";

/** Namespaces of arXiv's feeds (https://info.arxiv.org/help/api/user-manual.html). */
export const ATOM = "http://www.w3.org/2005/Atom";
export const ARXIV = "http://arxiv.org/schemas/atom";
export const DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
const OPEN_SEARCH = "http://a9.com/-/spec/opensearch/1.1/";

export type AtomFeed = {
	/** How many entries the whole answer has, over all pages; undefined where the feed has no pages. */
	total?: number;
	entries: XmlElement[];
};

/**
 * Reads an Atom feed of arXiv's.
 *
 * @throws SourceError `malformed` if the text is none; `refused` if it is arXiv's way to report a mistake, a feed of one entry called
 * Error; `rate-limited` for the bare sentence with which arXiv's front sometimes answers
 */
export function readAtomFeed(text: string, host: string): AtomFeed {
	if (/^\s*Rate exceeded/i.test(text)) throw new SourceError("rate-limited", `${host} answered that we ask too often`);
	const root = parseXml(text, host);
	if (root.name !== "feed" || root.uri !== ATOM) {
		throw new SourceError(
			"malformed",
			`${host} answered ${root.name === "html" ? "a web page" : "XML"} instead of a feed`,
		);
	}
	const entries = childrenOf(root, ATOM, "entry");
	const mistake = entries.find((entry) => childText(entry, ATOM, "id")?.includes("/api/errors"));
	if (mistake) {
		const words = cleanText(childText(mistake, ATOM, "summary") ?? "").slice(0, 200);
		throw new SourceError("refused", `${host} refused the query: ${words || "it gives no reason"}`);
	}
	const total = Number(childText(root, OPEN_SEARCH, "totalResults")?.trim() || Number.NaN);
	return { entries, ...(Number.isSafeInteger(total) && { total }) };
}
