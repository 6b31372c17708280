import {
	type Archive,
	type Candidates,
	countWithin,
	type Filter,
	limitToNewest,
	maxCandidates,
	papersOf,
	type Wanted,
} from "./plan";
import { and, or } from "./tsquery";

/** Of the rarest words, how many tell which papers have most of all; and how many of them it takes. */
const TELLING = 6;
const MOST_TELLING = 4;
/** Entries of the index that are checked for several words. */
const MAX_CHECKS = 8_000;

/**
 * Which papers to score that may have most of what is wanted, judged by its rarest words: those with several of them, one of which is
 * so rare that all its papers can be checked; or, if none is, those with the rarest and one of each next two.
 */
export function planMost(
	wanted: readonly Wanted[],
	filters: readonly Filter[],
	archive: Archive,
): Candidates | undefined {
	const telling = wanted.filter(({ papers }) => papers > 0).sort((a, b) => a.papers - b.papers);
	telling.splice(TELLING);
	if (telling.length === 0) return undefined;
	const parts = telling.map(({ alternatives }) => or(alternatives) ?? "");
	const shares = telling.map(({ papers }) => papers / archive.papers);
	const most = maxCandidates(wanted);
	const drivers = countWithin(papersOf(telling), MAX_CHECKS / telling.length);
	const chosen =
		drivers > 0
			? takeSeveral(parts, shares, drivers, most / archive.papers)
			: takePairs(parts, shares, most / archive.papers);
	const query = and([chosen.query, ...filters.map((filter) => filter.query)]);
	return limitToNewest(query, chosen, drivers > 0 ? 1 : 3, most, archive);
}

type Chosen = { query: string | undefined; match: number; read: number };

/** As many of the parts as make few enough papers, one of them among the first. */
function takeSeveral(parts: readonly string[], shares: readonly number[], drivers: number, enough: number): Chosen {
	let least = 1;
	while (least < Math.min(MOST_TELLING, parts.length) && shareOfSome(shares, least, drivers) > enough) least++;
	const read = shares.slice(0, drivers).reduce((sum, share) => sum + share, 0);
	return { query: someOf(parts, least, drivers), match: shareOfSome(shares, least, drivers), read };
}

/** The first part, and one of each next two, until there are few enough papers. */
function takePairs(parts: readonly string[], shares: readonly number[], enough: number): Chosen {
	const chosen = [parts[0]];
	const read = shares[0] ?? 1;
	let match = read;
	for (let next = 1; next < parts.length && match > enough; next += 2) {
		chosen.push(or(parts.slice(next, next + 2)));
		match *= shareOfSome(shares.slice(next, next + 2), 1, 2);
	}
	return { query: and(chosen), match, read };
}

/** At least so many of the parts, of which one is among the first `drivers`. Grows fast with both. */
function someOf(parts: readonly string[], least: number, drivers: number): string | undefined {
	if (least <= 1) return or(parts.slice(0, drivers));
	const [first, ...others] = parts;
	if (first === undefined || drivers < 1 || parts.length < least) return undefined;
	return or([and([first, someOf(others, least - 1, others.length)]), someOf(others, least, drivers - 1)]);
}

/** The share of papers that these are, as if words knew nothing of each other. */
function shareOfSome(shares: readonly number[], least: number, drivers: number): number {
	if (least <= 0) return 1;
	const [first, ...others] = shares;
	if (first === undefined || drivers < 1) return 0;
	return first * shareOfSome(others, least - 1, others.length) + (1 - first) * shareOfSome(others, least, drivers - 1);
}
