import { z } from "zod";
import type { SearchOrder } from "./types";

export const SEARCH_ORDERS = ["relevance", "top", "new"] as const satisfies readonly SearchOrder[];

/** What the address of a search page asks for; `page` counts from 1. */
export type SearchAddress = { text: string; order: SearchOrder; page: number };

/** In UTF-16 units: more than a query can use, little enough to stand in each link of the page. */
const MAX_TEXT = 500;

/** Of a parameter that comes twice the last counts, as for feeds. */
const last = <Schema extends z.ZodType>(schema: Schema) =>
	z.preprocess((given) => (Array.isArray(given) ? given.at(-1) : given), schema);

const parameters = z.object({
	q: last(z.string().catch("")).transform(clean),
	order: last(z.enum(SEARCH_ORDERS).catch("relevance")),
	page: last(
		z
			.string()
			.regex(/^[1-9]\d{0,3}$/)
			.transform(Number)
			.catch(1),
	),
});

/** Reads a query string. What is no order is relevance, what is no page the first. */
export function readSearchAddress(given: Record<string, string | string[] | undefined>): SearchAddress {
	const { q, order, page } = parameters.parse(given);
	return { text: q, order, page };
}

/** The address of a page of a search. */
export function searchPath({ text, order = "relevance", page = 1 }: Partial<SearchAddress> & { text: string }): string {
	const query = new URLSearchParams({ q: text });
	if (order !== "relevance") query.set("order", order);
	if (page > 1) query.set("page", String(page));
	return `/search?${query}`;
}

/** What was typed, as a page can show it. */
function clean(text: string): string {
	return text
		.replace(/\p{Cc}+/gu, " ")
		.trim()
		.slice(0, MAX_TEXT)
		.toWellFormed();
}
