import "server-only";
import { log } from "../log";
import type { PaperId } from "../papers/ids";
import { searchPapers } from "../search/queries";
import { formatQuery, parseQuery } from "../search/query";

/** A search in the one way to write it; undefined for a text that asks for nothing, or for one paper. */
export function formatSearch(text: string): string | undefined {
	const { query } = parseQuery(text);
	return query.paper === null ? formatQuery(query) || undefined : undefined;
}

/**
 * The newest papers that have all that a search asks for. None where it takes too long: the rest of what somebody follows does
 * not wait for it.
 */
export async function listSearchPapers(search: string, limit: number): Promise<PaperId[]> {
	try {
		const { ids, match } = await searchPapers(parseQuery(search).query, { order: "new", limit, offset: 0 });
		return match === "all" ? ids : [];
	} catch (error) {
		log.warn({ err: error }, "a followed search was left out");
		return [];
	}
}
