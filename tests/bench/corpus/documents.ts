import type { CorpusPaper } from "./papers";
import { nameOf, organizationName } from "./people";
import { COMMON } from "./words";

/** What Postgres makes of words: of the commonest by what it says, those that are made up stay as they are. Undefined: of no meaning. */
export type LexemeOf = (word: string) => string | undefined;

/** How to ask Postgres for the lexemes of some words. */
export const READ_LEXEMES = `
	SELECT word, (tsvector_to_array(to_tsvector('pg_catalog.english', word)))[1] AS lexeme FROM unnest($1::text[]) AS word`;

export function toLexemeOf(rows: readonly { word: string; lexeme: string | null }[]): LexemeOf {
	const known = new Map(rows.map(({ word, lexeme }) => [word, lexeme ?? undefined]));
	if (COMMON.some((word) => !known.has(word))) throw new Error("not all common words were looked up");
	return (word) => (known.has(word) ? known.get(word) : word);
}

/** All that is searched of a paper, in the order of its document, in words. */
export function textsOf({ title, authors, organization, keywords, abstract }: CorpusPaper) {
	const names = authors.map(nameOf);
	return {
		title,
		names: toWords([...names, ...(organization === null ? [] : [organizationName(organization)])]),
		keywords: toWords(keywords),
		abstract,
		/** Of authors alone. */
		persons: toWords(names),
	};
}

/**
 * What `search_document` makes of a paper: text search vector, as Postgres reads it.
 *
 * @param topics their ids
 * @param organization its id
 */
export function toDocument(
	paper: CorpusPaper,
	{ topics, organization, lexemeOf }: { topics: readonly number[]; organization: string | null; lexemeOf: LexemeOf },
): { vector: string; lexemes: string[] } {
	const places = new Map<string, string>();
	const titled = new Set<string>();
	const { title, names, keywords, abstract, persons } = textsOf(paper);
	let offset = 0;
	for (const [words, label] of [
		[title, "A"],
		[names, "B"],
		[keywords, "B"],
		[abstract, "C"],
	] as const) {
		let [place, last] = [0, 0];
		const add = (word: string) => {
			place++;
			const lexeme = lexemeOf(word);
			if (lexeme === undefined) return;
			last = place;
			const before = places.get(lexeme);
			places.set(lexeme, `${before === undefined ? ":" : `${before},`}${offset + place}${label}`);
			if (words === title) titled.add(lexeme);
		};
		for (const word of words) for (const part of word.split("-")) add(part);
		for (const word of words) if (word.includes("-")) add(word.replace("-", ""));
		offset += last;
	}
	const month = paper.day.slice(0, 7);
	const marks = [
		...[...titled].map((lexeme) => `=${lexeme}`),
		...new Set(persons.map((word) => `@${word}`)),
		...topics.map((topic) => `#${topic}`),
		...(organization === null ? [] : [`/o${organization}`]),
		`/y${month.slice(0, 4)}`,
		`/q${month.slice(0, 4)}-${Math.ceil(Number(month.slice(5)) / 3)}`,
		`/m${month}`,
		...(paper.repo === null ? [] : ["/code"]),
	];
	for (const mark of marks) places.set(mark, "");
	return { vector: [...places].map(([lexeme, at]) => `'${lexeme}'${at}`).join(" "), lexemes: [...places.keys()] };
}

/** How often each term stands in title and abstract, as `WORDS` of the index job counts them. */
export function countTerms({ title, abstract }: CorpusPaper, lexemeOf: LexemeOf): Map<string, number> {
	const counts = new Map<string, number>();
	const add = (term: string | undefined) => term !== undefined && counts.set(term, (counts.get(term) ?? 0) + 1);
	for (const word of [...title, ...abstract]) {
		if (word.includes("-")) add(word);
		for (const part of word.split("-")) add(lexemeOf(part));
	}
	return counts;
}

const TERMS_MAX = 40;

/**
 * The terms that tell a paper from others, as `INSERT_PAPER_TERMS` weighs them.
 *
 * @param papersWith in how many of the papers that were counted each term stands, where in more than one
 */
export function weighTerms(
	counts: ReadonlyMap<string, number>,
	papersWith: ReadonlyMap<string, number>,
	counted: number,
): [term: string, weight: number][] {
	const weighed = [...counts].map(([term, times]): [string, number] => {
		const rarity = Math.sqrt(Math.log((counted + 2) / (papersWith.get(term) ?? 1)));
		return [term, (times / (times + 1.5)) * rarity];
	});
	const heaviest = weighed.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, TERMS_MAX);
	const length = Math.sqrt(heaviest.reduce((sum, [, weight]) => sum + weight ** 2, 0));
	return heaviest.map(([term, weight]) => [term, weight / length]);
}

function toWords(texts: readonly string[]): string[] {
	return texts.flatMap((text) => text.toLowerCase().split(" "));
}
