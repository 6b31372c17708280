import { readPaperReference } from "./paper-reference";
import { formatTerm, readTerms, type Term } from "./terms";
import type { SearchQuery, Terms } from "./types";

/** Of the query as it is written back. More than anybody types, little enough to stay cheap. */
const MAX_CHARACTERS = 250;
const MAX_TERMS = 20;
/** Of what is read at all. */
const MAX_READ = 10_000;

/**
 * Reads what a person types: words, "phrases", `author:` `org:` `topic:` `since:` `until:` `min:` `has:code`, and `-` before
 * what must not be there. A paper's id or address alone is that paper. Any text is a query.
 *
 * @returns the query, and a sentence for each thing in the text that was not understood or is not used
 */
export function parseQuery(text: string): { query: SearchQuery; problems: string[] } {
	const read = readTerms(text.slice(0, MAX_READ));
	const problems = read.filter((term) => typeof term === "string");
	const { used, problem } = keepFirst(read.filter((term) => typeof term !== "string"));
	if (problem !== undefined) problems.push(problem);
	const paper = findPaperAlone(used);
	return { query: paper === undefined ? toQuery(used) : { ...toQuery([]), paper }, problems };
}

/** Writes a query as text, from which `parseQuery` reads the same query again. */
export function formatQuery(query: SearchQuery): string {
	return query.paper ?? toTerms(query).map(formatTerm).join(" ");
}

/** Whether the query asks for nothing, which any text without letters and digits does. */
export function isEmptyQuery(query: SearchQuery): boolean {
	return formatQuery(query) === "";
}

function keepFirst(terms: readonly Term[]): { used: Term[]; problem?: string } {
	const used: Term[] = [];
	let characters = 0;
	for (const term of terms) {
		characters += formatTerm(term).length + 1;
		if (characters > MAX_CHARACTERS) return { used, problem: `Only the first ${MAX_CHARACTERS} characters are used.` };
		if (used.length === MAX_TERMS) return { used, problem: `Only the first ${MAX_TERMS} words are used.` };
		used.push(term);
	}
	return { used };
}

function findPaperAlone(terms: readonly Term[]) {
	const [only, ...others] = terms;
	if (only?.kind !== "words" || only.negated || others.length > 0) return undefined;
	return readPaperReference(only.value);
}

function toQuery(terms: readonly Term[]): SearchQuery {
	const query: SearchQuery = {
		paper: null,
		include: noTerms(),
		exclude: noTerms(),
		since: null,
		until: null,
		min: null,
	};
	for (const term of terms) {
		if (term.kind === "since" || term.kind === "until") query[term.kind] = term.value;
		else if (term.kind === "min") query.min = term.value;
		else {
			const side = term.negated ? query.exclude : query.include;
			if (term.kind === "code") side.code = true;
			else side[term.kind].push(term.value);
		}
	}
	return query;
}

function toTerms(query: SearchQuery): Term[] {
	const terms = [...termsOf(query.include, false)];
	if (query.since !== null) terms.push({ kind: "since", value: query.since });
	if (query.until !== null) terms.push({ kind: "until", value: query.until });
	if (query.min !== null) terms.push({ kind: "min", value: query.min });
	return [...terms, ...termsOf(query.exclude, true)];
}

function termsOf(side: Terms, negated: boolean): Term[] {
	const kinds = ["words", "phrases", "authors", "orgs", "topics"] as const;
	const listed = kinds.flatMap((kind): Term[] => side[kind].map((value) => ({ kind, value, negated })));
	return side.code ? [...listed, { kind: "code", negated }] : listed;
}

function noTerms(): Terms {
	return { words: [], phrases: [], authors: [], orgs: [], topics: [], code: false };
}
