import type { SearchQuery } from "../search/types";
import type { ListQuery, Subjects } from "./types";

/**
 * All that narrows a list as one search, so that the limits of searching cut off nothing that belongs to the list. The search may
 * find more: names of authors, organisations and topics are looser in it than slugs.
 *
 * @param names of what the list is narrowed to
 */
export function toSearchQuery(
	q: SearchQuery,
	{ topic, org, min, window }: Pick<ListQuery, "topic" | "org" | "min" | "window">,
	{ author }: Subjects,
): SearchQuery {
	const { topics, orgs, authors } = q.include;
	return {
		...q,
		include: { ...q.include, topics: add(topics, topic), orgs: add(orgs, org), authors: add(authors, author) },
		...(typeof window !== "string" && {
			since: q.since !== null && q.since > window.first ? q.since : window.first,
			until: q.until !== null && q.until < window.last ? q.until : window.last,
		}),
		min: min > 0 ? min : null,
	};
}

function add(texts: string[], text: string | undefined): string[] {
	return text === undefined ? texts : [...texts, text];
}
