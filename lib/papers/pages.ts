import type { UtcDate } from "../time";

/** The lists that any change of papers may change, by their routes' patterns. */
const LIST_ROUTES = [
	"/papers/week/[week]/[[...view]]",
	"/papers/month/[month]/[[...view]]",
	"/papers/trending/[[...page]]",
	"/authors/[slug]/[[...view]]",
	"/orgs/[slug]/[[...view]]",
	"/topics/[slug]/[[...view]]",
	"/indexes/[kind]",
];

/**
 * The pages that a change of papers, or of days' lists, makes out of date.
 *
 * @returns paths as the cache has them, and patterns of routes, which stand for all their pages
 */
export function pagesWith(changed: { papers: Iterable<string>; days: Iterable<UtcDate> }): string[] {
	const papers = [...changed.papers].map((id) => `/papers/${id}`);
	const days = [...changed.days];
	if (papers.length + days.length === 0) return [];
	const lists = (days.length > 0 ? ["newest", ...days] : []).flatMap((day) =>
		["", "/new", "/rising"].map((order) => `/papers/date/${day}${order}`),
	);
	return [...lists, ...LIST_ROUTES, ...papers];
}
