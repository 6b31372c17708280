import { type Month, markPeriod } from "./months";
import { and, or, quote } from "./tsquery";

/** Something to look for: a paper has it by any of the alternatives. Counts are of papers. */
export type Wanted = {
	/** As `tsquery`. */
	alternatives: string[];
	papers: number;
	/** The same in titles alone. */
	title: string;
	titled: number;
};

/** What a paper must have beside that, as `tsquery` unless something else sees to it; or must not have, then without a count. */
export type Filter = { query: string | undefined; papers: number | null };

/** What can be looked at: how many papers there are, of which months, and which of these the query allows; newest first. */
export type Archive = { papers: number; months: readonly Month[]; allowed: readonly Month[] };

/** @param allowed whichever of `months` */
export function archiveOf(months: readonly Month[], allowed: readonly Month[]): Archive {
	return { papers: sumOf(months), months, allowed };
}

/** Which documents to score: `query` is a `tsquery`; at most `most` of them. */
export type Candidates = { query: string; most: number };

/** Entries of the index to check, one word each, and words of candidates to weigh: some ten milliseconds each. */
const MAX_CHECKS = 12_000;
const MAX_WEIGHED = 8_000;
const MAX_CANDIDATES = 700;
/** So many titles with all words make looking into abstracts needless. */
const ENOUGH_TITLES = 200;
/** Of the candidates that are counted on, as the count is a guess. */
const ROOM = 2;

/**
 * Which papers to score that may have all that is wanted: its rarest words tell. Where these are too many, those that have all in
 * their titles, and the newest: of papers about the same, these are the likely ones.
 *
 * @param mayPreferTitles false where the newest come first, wherever they have the words
 */
export function planAll(
	wanted: readonly Wanted[],
	filters: readonly Filter[],
	archive: Archive,
	mayPreferTitles = true,
): Candidates | undefined {
	const most = maxCandidates(wanted);
	const counts = filters.flatMap(({ papers }) => papers ?? []);
	const anywhere = wanted.map((one) => ({ query: or(one.alternatives), papers: one.papers }));
	const inTitles = wanted.map((one) => ({ query: one.title, papers: one.titled }));
	const titlesDo =
		mayPreferTitles &&
		estimate([...papersOf(anywhere), ...counts], archive) > most &&
		estimate([...papersOf(inTitles), ...counts], archive) >= ENOUGH_TITLES;
	const rarest = (titlesDo ? inTitles : anywhere).sort((a, b) => a.papers - b.papers);
	const enough = rarest.findIndex((_, index) => {
		const checks = (rarest[0]?.papers ?? 0) * (index + 1);
		return (
			index > 0 && checks > MAX_CHECKS && estimate([...papersOf(rarest.slice(0, index)), ...counts], archive) <= most
		);
	});
	if (enough !== -1) rarest.splice(enough);
	const parts = [...rarest, ...filters].map((one) => one.query);
	return limitToNewest(and(parts), sharesOf([...papersOf(rarest), ...counts], archive), parts.length, most, archive);
}

/** How many papers have all of what is counted, roughly. */
function estimate(counts: readonly number[], archive: Archive): number {
	return sharesOf(counts, archive).match * sumOf(archive.allowed);
}

/** How many papers can be scored by so many words. */
export function maxCandidates(wanted: readonly Wanted[]): number {
	return Math.min(MAX_CANDIDATES, Math.floor(MAX_WEIGHED / (wanted.length + 1)));
}

/**
 * Narrows a query down to the newest months, as many as can be looked through.
 *
 * @param share of all papers that match, and that the shortest list of the index holds which has to be read
 * @param words to check for each of these
 */
export function limitToNewest(
	query: string | undefined,
	share: { match: number; read: number },
	words: number,
	most: number,
	archive: Archive,
): Candidates | undefined {
	// A period is at least a month and has to be read as well: for the cost alone it is worth it only if it saves half.
	const affordable = Math.max(MAX_CHECKS / words, archive.allowed[0]?.papers ?? 0);
	const isCostly = share.read * archive.papers > 2 * affordable;
	const within = Math.min(most / share.match, isCostly ? affordable : Number.POSITIVE_INFINITY);
	const needless = archive.allowed.length === archive.months.length && within * ROOM >= archive.papers;
	const count = Math.max(1, countWithin(papersOf(archive.allowed), within));
	const period = or(markPeriod(archive.allowed.slice(0, count), archive.months).map(quote));
	if (period === undefined) return undefined;
	const limited = and([query, needless ? undefined : period]) ?? period;
	return { query: limited, most: most * ROOM };
}

/** The share of papers that have all of what is counted if words know nothing of each other: it is rarely less. */
export function leastShare(counts: readonly number[], { papers }: Archive): number {
	return counts.reduce((product, count) => product * (count / papers), 1);
}

/** Words that go together do so more often than by chance: each further one counts by the root of its share, then its root, … */
export function sharesOf(counts: readonly number[], { papers }: Archive): { match: number; read: number } {
	const shares = counts.map((count) => count / papers).sort((a, b) => a - b);
	const match = shares.slice(0, 5).reduce((product, share, index) => product * share ** (1 / 2 ** index), 1);
	return { match, read: shares[0] ?? 1 };
}

/** The counts alone. */
export function papersOf(counted: readonly { papers: number }[]): number[] {
	return counted.map(({ papers }) => papers);
}

function sumOf(months: readonly Month[]): number {
	return months.reduce((sum, { papers }) => sum + papers, 0);
}

/** How many of the sizes, from the first on, stay within a sum. */
export function countWithin(sizes: readonly number[], sum: number): number {
	let left = sum;
	const count = sizes.findIndex((size) => {
		left -= size;
		return left < 0;
	});
	return count === -1 ? sizes.length : count;
}
