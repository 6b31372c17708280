import type { Seeded } from "../seeded";
import type { WordStatistics } from "./words";

/** One paper of the synthetic archive. Authors and topics are numbers among all there are. */
export type SyntheticPaper = {
	id: string;
	title: string;
	abstract: string;
	authors: number[];
	topics: number[];
	upvotes: number;
	/** The day of its listing, `YYYY-MM-DD`. */
	day: string;
	repo: string | null;
};

const FIRST_YEAR = 2018;
const MONTHS = 100;
const PER_MONTH_MAX = 99_999;
/** One abstract word in so many is a compound of two that may stand nowhere else: vocabularies grow with their archives. */
const COMPOUND_EACH = 100;
const CODE_EACH = 3;

/** How many people write so many papers, as in the archive: somewhat more than there are papers. */
export function countAuthors(papers: number): number {
	return Math.ceil(papers * 1.2);
}

export function* makePapers(count: number, statistics: WordStatistics, seeded: Seeded): Generator<SyntheticPaper> {
	const perMonth = Math.ceil(count / MONTHS);
	if (perMonth > PER_MONTH_MAX) throw new Error("more papers than arXiv has ids for");
	const people = countAuthors(count);
	for (let index = 0; index < count; index++) {
		const shape = statistics.shape(seeded);
		const month = Math.floor(index / perMonth);
		const [year, inYear] = [FIRST_YEAR + Math.floor(month / 12), twoDigits((month % 12) + 1)];
		yield {
			id: `${year % 100}${inYear}.${String(index % perMonth).padStart(5, "0")}`,
			title: repeat(shape.title, () => statistics.titleWord(seeded)),
			abstract: repeat(shape.abstract, () => abstractWord(statistics, seeded)),
			// Squared: some people write far more than others.
			authors: Array.from({ length: shape.authors }, () => Math.floor(people * (seeded.below(1e6) / 1e6) ** 2)),
			topics: [...new Set(Array.from({ length: shape.keywords }, () => seeded.below(statistics.keywords.length)))],
			upvotes: shape.upvotes,
			day: `${year}-${inYear}-${twoDigits(1 + Math.floor(((index % perMonth) / perMonth) * 28))}`,
			repo: seeded.below(CODE_EACH) === 0 ? "owner/repository" : null,
		};
	}
}

function abstractWord(statistics: WordStatistics, seeded: Seeded): string {
	const word = statistics.abstractWord(seeded);
	return seeded.below(COMPOUND_EACH) === 0 ? `${word}-${statistics.abstractWord(seeded)}` : word;
}

function repeat(count: number, make: () => string): string {
	return Array.from({ length: Math.max(1, count) }, make).join(" ");
}

function twoDigits(value: number): string {
	return String(value).padStart(2, "0");
}
