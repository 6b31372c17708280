import { formatQuery } from "./query";
import { formatTerm, readTerms } from "./terms";
import type { SearchQuery } from "./types";

/** A query as text with one thing left out, and that thing. */
export type NearQuery = { text: string; without: string };

/** Filters before words: more often it is they that leave nothing. */
const FIRST = /^-?[a-z]+:/;

/** All queries that ask for one thing less; none if there is one thing only. */
export function listNearQueries(query: SearchQuery): NearQuery[] {
	const terms = readTerms(formatQuery(query)).flatMap((term) => (typeof term === "string" ? [] : formatTerm(term)));
	if (terms.length < 2) return [];
	const near = terms.map((without, index) => ({ text: terms.toSpliced(index, 1).join(" "), without }));
	return [...near.filter(isFilter), ...near.filter((one) => !isFilter(one))];
}

function isFilter({ without }: NearQuery): boolean {
	return FIRST.test(without);
}
