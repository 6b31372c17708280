import "server-only";
import type { Db } from "../db/client";
import { fieldFilters, type Names, type Part, resolveNames, toFilter } from "./filters";
import { type Asked, type FoundWord, findSpellings, lookUp } from "./lookup";
import { type Archive, archiveOf, type Filter, type Wanted } from "./plan";
import { formatQuery } from "./query";
import type { SearchQuery } from "./types";
import { isTelling, lexemesOf, toWanted, toWantedPhrase } from "./wanted";

/** A query in terms of what the archive holds. */
export type Understood = {
	wanted: Wanted[];
	filters: Filter[];
	names: Names;
	/** All that is wanted word by word, folded, and the lexemes that stand for it, by which it can be marked in texts. */
	words: string[];
	lexemes: string[];
	/** With its misspelled words put right. */
	query: SearchQuery;
	didYouMean: string | null;
	archive: Archive;
};

/** Looks up what a query asks for. Words that the archive does not know give way to the nearest that it knows. */
export async function understand(db: Db, query: SearchQuery): Promise<Understood> {
	let asked = toAsked(query);
	let { found, months } = await lookUp(db, asked);
	const right = await correct(db, query, found);
	if (right !== undefined) {
		asked = toAsked(right);
		({ found, months } = await lookUp(db, asked));
	}
	const used = right ?? query;
	const parts: Part[] = asked.map((one, nr) => ({ ...one, words: found.filter((word) => word.nr === nr) }));
	const names = await resolveNames(db, parts);
	const marked = parts.filter(({ kind, excluded }) => kind !== "name" && !excluded);
	return {
		wanted: listWanted(marked, found),
		filters: [
			...parts.map(toFilter).filter((one) => one !== undefined),
			...(await fieldFilters(db, used)),
			...(names.papersBy === null ? [] : [{ query: undefined, papers: names.papersBy.length }]),
		],
		names,
		words: marked.flatMap(({ words }) => words.filter(isTelling).map(({ word }) => word)),
		lexemes: marked.flatMap(({ words }) => words.flatMap(lexemesOf)),
		query: used,
		didYouMean: right === undefined ? null : formatQuery(right),
		archive: archiveOf(
			months,
			months.filter(({ month }) => isWithin(month, used)),
		),
	};
}

/** Each once, though it may be written in several forms. */
function listWanted(parts: readonly Part[], found: readonly FoundWord[]): Wanted[] {
	const all = parts.flatMap(({ kind, words }) =>
		kind === "word" ? words.filter(isTelling).map((word) => toWanted(word, found)) : (toWantedPhrase(words) ?? []),
	);
	return [...new Map(all.map((one) => [one.title + one.alternatives[0], one])).values()];
}

function isWithin(month: string, { since, until }: SearchQuery): boolean {
	return (since === null || month >= since.slice(0, 7)) && (until === null || month <= until.slice(0, 7));
}

/** What is searched stands first, so that its places are those in the query. */
function toAsked({ include, exclude }: SearchQuery): Asked[] {
	const all = (kind: Asked["kind"], texts: readonly string[], excluded: boolean) =>
		texts.map((text) => ({ kind, text, excluded }));
	return [
		...all("word", include.words, false),
		...all("phrase", include.phrases, false),
		...all("name", include.authors, false),
		...all("name", exclude.authors, true),
		...all("phrase", [...exclude.words, ...exclude.phrases], true),
	];
}

/** The query with its unknown words replaced; undefined if all are known, or nothing is near. */
async function correct(db: Db, query: SearchQuery, found: readonly FoundWord[]): Promise<SearchQuery | undefined> {
	const searched = [...query.include.words, ...query.include.phrases];
	const unknown = found.filter((word) => word.nr < searched.length && isTelling(word) && isUnknown(word, found));
	const spellings = await findSpellings(db, [...new Set(unknown.map(({ word }) => word))]);
	if (spellings.size === 0) return undefined;
	const right = searched.map((text, nr) => {
		const words = found.filter((word) => word.nr === nr).map(({ word }) => word);
		return words.some((word) => spellings.has(word))
			? words.map((word) => spellings.get(word) ?? word).join(" ")
			: text;
	});
	const count = query.include.words.length;
	const words = right.slice(0, count).flatMap((text) => text.split(" "));
	return { ...query, include: { ...query.include, words: [...new Set(words)], phrases: right.slice(count) } };
}

function isUnknown(word: FoundWord, all: readonly FoundWord[]): boolean {
	return word.papers === 0 && word.joined === null && !all[all.indexOf(word) - 1]?.joined;
}
