import "server-only";
import type { Db } from "../db/client";
import { slugify } from "../papers/slug";
import { topicSlug } from "../papers/topic-slug";
import type { Asked, FoundWord } from "./lookup";
import { countMark, findOrganizations, findTopics, listPapersBy } from "./named";
import type { Filter } from "./plan";
import { and, or, phrase, quote } from "./tsquery";
import type { SearchQuery } from "./types";
import { isTelling } from "./wanted";

/** A text of a query with what was found for its words. */
export type Part = Asked & { words: FoundWord[] };

/** What an author's name or something excluded asks for; undefined for what is wanted, and for what says nothing. */
export function toFilter({ kind, excluded, words }: Part): Filter | undefined {
	const telling = words.filter(isTelling);
	if (telling.length === 0) return undefined;
	const name = and(telling.map(({ lexeme }) => quote(lexeme))) ?? "";
	if (excluded) return { query: `!${kind === "name" ? name : phrase(telling)}`, papers: null };
	return kind === "name" ? { query: name, papers: Math.min(...telling.map(({ papers }) => papers)) } : undefined;
}

/** What names of several words ask for beyond their words, which two authors of a paper may have between them. */
export type Names = {
	/** Papers of the authors who are called exactly so; null if no such author is named. */
	papersBy: string[] | null;
	/** The words of names that nobody has in full: an author must have all of them. */
	partial: string[][];
};

/** Looks up the authors whose names of several words are asked for. */
export async function resolveNames(db: Db, parts: readonly Part[]): Promise<Names> {
	const names: Names = { papersBy: null, partial: [] };
	for (const { kind, excluded, text, words } of parts) {
		if (kind !== "name" || excluded || words.length < 2) continue;
		const written = await listPapersBy(db, slugify(text));
		if (written.length === 0) names.partial.push(words.map(({ word }) => word));
		else names.papersBy = names.papersBy?.filter((id) => written.includes(id)) ?? written;
	}
	return names;
}

/** What `org:`, `topic:` and `has:code` ask for, by the marks of documents. A name that nothing has excludes all or nothing. */
export async function fieldFilters(db: Db, { include, exclude }: SearchQuery): Promise<Filter[]> {
	const filters: Filter[] = [];
	for (const [side, excluded] of [[include, false] as const, [exclude, true] as const]) {
		const marks = [];
		for (const org of side.orgs) marks.push(await findOrganizations(db, org));
		for (const topic of side.topics) marks.push(await findTopics(db, [slugify(topic), topicSlug(topic)]));
		if (side.code) marks.push([{ mark: "/code", papers: await countMark(db, "/code") }]);
		for (const alternatives of marks) {
			const query = or(alternatives.map(({ mark }) => quote(mark))) ?? quote("/none");
			const papers = alternatives.reduce((sum, one) => sum + one.papers, 0);
			filters.push(excluded ? { query: `!${query}`, papers: null } : { query, papers });
		}
	}
	return filters;
}
