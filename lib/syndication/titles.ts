import { NEWEST } from "../feed/editions";
import { formatWindow, windowPath } from "../feed/windows";
import { formatQuery } from "../search/query";
import { toSearchQuery } from "./search-query";
import { ALL_DAYS, type ListQuery, type Subjects } from "./types";

/**
 * Says in words what a list is: `Broadsheet: papers for “diffusion” about Robotics of June 2026 with at least 5 upvotes`.
 *
 * @param names of what it is narrowed to
 */
export function titleOf({ q, window, min, order }: ListQuery, names: Subjects): string {
	const text = q && formatQuery(q);
	const words = [
		{ relevance: "papers", top: "top papers", new: "papers", rising: "rising papers" }[order],
		text && `for “${text}”`,
		names.topic && `about ${names.topic}`,
		names.author && `by ${names.author}`,
		names.org && `from ${names.org}`,
		window !== ALL_DAYS && `of ${window === NEWEST ? "the day" : formatWindow(window)}`,
		min > 0 && `with at least ${min} ${min === 1 ? "upvote" : "upvotes"}`,
	];
	return `Broadsheet: ${words.filter(Boolean).join(" ")}`;
}

/** The page that comes closest to showing the same. */
export function pagePathOf(query: ListQuery, names: Subjects): string {
	const { q, topic, author, org, window } = query;
	if (q !== undefined) return `/search?${new URLSearchParams({ q: formatQuery(toSearchQuery(q, query, names)) })}`;
	if (topic !== undefined) return `/topics/${encodeURIComponent(topic)}`;
	if (author !== undefined) return `/authors/${encodeURIComponent(author)}`;
	if (org !== undefined) return `/orgs/${encodeURIComponent(org)}`;
	return window === NEWEST || window === ALL_DAYS ? "/" : windowPath(window);
}
