/** By which parameter a feed is narrowed to a list (`/feed.atom?topic=agent`). */
type ListParameter = "window" | "topic" | "author" | "org" | "q";

/**
 * The feeds of a list, for the head of its page, where feed readers look for them.
 *
 * @param parameter undefined for the newest day
 * @param value as it stands in addresses, percent-encoded where need be
 */
export function feedLinks(parameter?: ListParameter, value = ""): Record<string, string> {
	const query = parameter === undefined ? "" : `?${parameter}=${value}`;
	return {
		"application/atom+xml": `/feed.atom${query}`,
		"application/rss+xml": `/feed.rss${query}`,
		"application/feed+json": `/feed.json${query}`,
	};
}
