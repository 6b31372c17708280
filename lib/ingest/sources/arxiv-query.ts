import "server-only";
import { env } from "../../env";
import { fetchText } from "../http/fetch-text";
import { arxivGate } from "../http/gate";
import { withRetries } from "../http/retry";
import { SourceError } from "../http/source-error";
import { sourceUrl } from "../http/source-url";
import { isArxivCategory } from "./arxiv-entry";
import { type AtomFeed, readAtomFeed } from "./atom";
import type { SourceOptions } from "./types";

/** The most that one page has, and one day's announcements, several times over. */
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * Asks arXiv's query API (https://info.arxiv.org/help/api/user-manual.html, 3.1), through the gate, again where that may help.
 *
 * @throws SourceError, the signal's reason
 */
export function queryArxiv(query: Record<string, string>, options: SourceOptions): Promise<AtomFeed> {
	return askArxiv(sourceUrl(env().ARXIV_API_URL, "api/query", query), options);
}

/**
 * A page of a search, the earliest submitted first. arXiv is known to give empty pages amid a list; such a one is asked for again.
 *
 * @throws SourceError, the signal's reason
 */
export async function searchArxiv(
	search: string,
	{ start, size }: { start: number; size: number },
	options: SourceOptions,
): Promise<AtomFeed & { total: number }> {
	const order = { sortBy: "submittedDate", sortOrder: "ascending" };
	const query = { search_query: search, start: String(start), max_results: String(size), ...order };
	const url = sourceUrl(env().ARXIV_API_URL, "api/query", query);
	return withRetries(async () => {
		const { total, entries } = await askOnce(url, options);
		if (total === undefined) throw new SourceError("malformed", `${url.host} does not say how many papers it has`);
		if (entries.length > 0 || start >= total) return { total, entries };
		throw new SourceError("unavailable", `${url.host} answered an empty page, ${start} of ${total} papers being read`);
	}, options);
}

/** Asks one of arXiv's feeds, through the gate, again where that may help. */
export function askArxiv(url: URL, options: SourceOptions): Promise<AtomFeed> {
	return withRetries(() => askOnce(url, options), options);
}

function askOnce(url: URL, options: SourceOptions): Promise<AtomFeed> {
	return arxivGate(async () => {
		const request = { ...options, accept: "application/atom+xml", maxBytes: MAX_BYTES, alsoRead: [400] };
		const { status, text } = await fetchText(url, request);
		if (status === 200) return readAtomFeed(text, url.host);
		throw explainRefusal(text, url.host);
	}, options);
}

/** Of a wrong query arXiv says what is wrong in a feed; whatever else comes with the status, the status is what counts. */
function explainRefusal(text: string, host: string): unknown {
	try {
		readAtomFeed(text, host);
	} catch (error) {
		if (error instanceof SourceError && error.kind !== "malformed") return error;
	}
	return new SourceError("refused", `${host} refused the query (400)`);
}

/** The categories as they are, at least one. @throws SourceError `refused` for what would make another query */
export function requireCategories(categories: readonly string[]): readonly string[] {
	const wrong = categories.find((category) => !isArxivCategory(category));
	if (wrong !== undefined) throw new SourceError("refused", `“${wrong.slice(0, 40)}” is not a category of arXiv's`);
	if (categories.length === 0) throw new SourceError("refused", "no category of arXiv's is given");
	return categories;
}
