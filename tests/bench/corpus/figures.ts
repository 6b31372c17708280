import type { Seeded } from "../seeded";

/**
 * What the archive of Hugging Face's lists (7,875 papers, May 2024 to April 2026) is like, in figures: shares, and the values below
 * which they lie. Nothing of its texts is in here.
 */
type Quantiles = readonly (readonly [share: number, value: number])[];

export const TITLE_WORDS: Quantiles = [
	[0, 1],
	[0.05, 5],
	[0.25, 7],
	[0.5, 9],
	[0.75, 11],
	[0.95, 14],
	[0.99, 16],
	[1, 24],
];

export const ABSTRACT_WORDS: Quantiles = [
	[0, 29],
	[0.05, 121],
	[0.25, 157],
	[0.5, 182],
	[0.75, 209],
	[0.95, 247],
	[1, 309],
];

export const AUTHORS: Quantiles = [
	[0, 1],
	[0.05, 3],
	[0.25, 5],
	[0.5, 7],
	[0.75, 10],
	[0.9, 16],
	[0.95, 22],
	[0.99, 64],
	[0.999, 313],
	[1, 664],
];

/** Of a paper, and at both places: as many are cast here as come from the import. The mean is 11. */
export const UPVOTES: Quantiles = [
	[0, 0],
	[0.05, 0],
	[0.25, 2],
	[0.5, 6],
	[0.75, 14],
	[0.9, 27],
	[0.95, 37],
	[0.99, 67],
	[0.999, 149],
	[1, 250],
];

export const COMMENTS: Quantiles = [
	[0, 0],
	[0.05, 0],
	[0.1, 1],
	[0.75, 1],
	[0.95, 2],
	[0.99, 4],
	[1, 10],
];

export const KEYWORDS: Quantiles = [
	[0, 0],
	[0.47, 0],
	[0.5, 7],
	[0.75, 11],
	[0.95, 16],
	[1, 33],
];

/** Papers of a day from Monday to Friday; at weekends there are none. */
export const PAPERS_A_DAY: Quantiles = [
	[0, 1],
	[0.05, 5],
	[0.1, 7],
	[0.25, 10],
	[0.5, 14],
	[0.75, 20],
	[0.9, 26],
	[0.95, 31],
	[0.99, 39],
	[1, 50],
];

/** By their places in a list of all words, the commonest first, how large a share of all text words make. */
export const WORD_SHARES: Quantiles = [
	[1, 0.0312],
	[2, 0.0304],
	[5, 0.0193],
	[10, 0.0096],
	[50, 0.0021],
	[100, 0.0014],
	[500, 3.2e-4],
	[1_000, 1.5e-4],
	[5_000, 1.2e-5],
	[10_000, 3e-6],
	[20_000, 1e-6],
];

/** Of all lines of authors so many name one who wrote none of the newer papers. */
export const NEW_AUTHORS = 0.43;
/** Of all papers so many have an organisation, code, a page of their own. */
export const WITH_ORGANIZATION = 0.21;
export const WITH_CODE = 0.32;
export const WITH_PAGE = 0.24;
/** Organisations there are. */
export const ORGANIZATIONS = 530;
/** Half of the final votes are there after so many hours, a tenth after three times as many. */
export const VOTE_HOURS = 14;

/** A number from 0 to below 1. */
export function fraction(seeded: Seeded): number {
	return seeded.below(2 ** 31) / 2 ** 31;
}

export function draw(quantiles: Quantiles, seeded: Seeded): number {
	const share = fraction(seeded);
	const above = quantiles.findIndex(([upTo]) => upTo > share);
	const [[from, low], [to, high]] = [quantiles[above - 1] ?? [0, 0], quantiles[above] ?? [1, 0]];
	return Math.round(low + ((high - low) * (share - from)) / (to - from));
}
