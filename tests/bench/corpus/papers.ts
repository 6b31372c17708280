import { risingScore } from "@/lib/feed/rising";
import type { PaperId } from "@/lib/papers/ids";
import { addDays, startOfDay, type UtcDate } from "@/lib/time";
import { createSeeded, type Seeded } from "../seeded";
import * as figures from "./figures";
import { draw, fraction } from "./figures";
import { createPeople, pickOrganization } from "./people";
import { drawMadeUp, drawTitleWord, drawWord, makeWord } from "./words";

/** The newest day that has papers, a Friday, and the instant at which the corpus stands still. */
const LAST_DAY = "2026-06-05" as UtcDate;
export const STANDS_AT = new Date("2026-06-06T06:00:00Z");

/** Authors, voters and the organisation are numbers from 0. */
export type CorpusPaper = {
	id: PaperId;
	/** In words, some of them two with a hyphen. */
	title: string[];
	abstract: string[];
	keywords: string[];
	categories: string[];
	authors: number[];
	organization: number | null;
	repo: string | null;
	page: string | null;
	day: UtcDate;
	listedAt: Date;
	votes: { voter: number; at: Date }[];
	/** What was seen at the import, oldest first; at least one. */
	captures: { capturedAt: Date; upvotes: number }[];
	importedComments: number;
	localComments: number;
	rising: number;
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** arXiv's, with how many of a thousand papers have each as the first. */
const CATEGORIES = [
	["cs.CV", 330],
	["cs.CL", 310],
	["cs.LG", 190],
	["cs.AI", 80],
	["cs.RO", 30],
	["cs.SD", 20],
	["cs.CR", 20],
	["stat.ML", 20],
] as const;
/** Keywords that many papers share; of the others, each has one paper or a few. */
const SHARED_KEYWORDS = 3_000;
const OWN_KEYWORDS = 0.25;

/**
 * Gives papers from the newest to the oldest: a larger corpus holds the smaller one, and goes on into the past. Days are as full as
 * in the archive, whatever the size: a million papers take two and a half centuries.
 */
export function* makePapers(options: { papers: number; voters: number; seed: number }): Generator<CorpusPaper> {
	const people = createPeople();
	const monthly = new Map<string, number>();
	let made = 0;
	for (let day = LAST_DAY, nth = 0; made < options.papers; day = addDays(day, -1), nth++) {
		if (isWeekend(day)) continue;
		const size = draw(figures.PAPERS_A_DAY, createSeeded(mix(options.seed, -nth)));
		for (let index = 0; index < size && made < options.papers; index++, made++) {
			const seeded = createSeeded(mix(options.seed, made));
			const inMonth = monthly.get(day.slice(0, 7)) ?? 0;
			monthly.set(day.slice(0, 7), inMonth + 1);
			yield makePaper(seeded, { day, id: idOf(day, inMonth), voters: options.voters, people });
		}
	}
}

type Place = { day: UtcDate; id: PaperId; voters: number; people: ReturnType<typeof createPeople> };

function makePaper(seeded: Seeded, { day, id, voters, people }: Place): CorpusPaper {
	const repeat = <Value>(count: number, make: () => Value) => Array.from({ length: count }, make);
	const title = repeat(draw(figures.TITLE_WORDS, seeded), () => drawTitleWord(seeded));
	const abstract = repeat(draw(figures.ABSTRACT_WORDS, seeded), () => drawWord(seeded));
	const keywords = repeat(draw(figures.KEYWORDS, seeded), () => drawKeyword(seeded));
	const authors = people.pickAuthors(draw(figures.AUTHORS, seeded), seeded);
	const has = (share: number) => fraction(seeded) < share;
	const organization = has(figures.WITH_ORGANIZATION) ? pickOrganization(figures.ORGANIZATIONS, seeded) : null;
	const name = makeWord(seeded.below(2 ** 24));
	const listedAt = new Date(startOfDay(day).getTime() + seeded.below(12 * HOUR_MS));
	const votes = drawVotes(seeded, listedAt, voters);
	const captures = drawCaptures(seeded, listedAt);
	return {
		id,
		title,
		abstract,
		keywords: [...new Set(keywords)],
		categories: drawCategories(seeded),
		authors,
		organization,
		repo: has(figures.WITH_CODE) ? `${name}/${name}` : null,
		page: has(figures.WITH_PAGE) ? `https://${name}.example.org/` : null,
		day,
		listedAt,
		votes,
		captures,
		importedComments: draw(figures.COMMENTS, seeded),
		localComments: draw(figures.COMMENTS, seeded),
		rising: risingScore(
			votes.map(({ at }) => at),
			captures,
		),
	};
}

/** They come as they do: many on the first day, and fewer with each. No person votes twice. */
function drawVotes(seeded: Seeded, listedAt: Date, voters: number): CorpusPaper["votes"] {
	const count = Math.min(draw(figures.UPVOTES, seeded), voters);
	const [first, step] = [seeded.below(voters), 1 + seeded.below(Math.max(1, Math.floor(voters / 300)))];
	return Array.from({ length: count }, (_, nth) => {
		const hours = -Math.log2(1 - fraction(seeded)) * figures.VOTE_HOURS;
		const at = listedAt.getTime() + Math.floor(hours * HOUR_MS);
		return { voter: (first + nth * step) % voters, at: new Date(Math.min(at, STANDS_AT.getTime() - 1 - nth)) };
	});
}

/** Once on the day of the listing, and once four days later. */
function drawCaptures(seeded: Seeded, listedAt: Date): CorpusPaper["captures"] {
	const upvotes = draw(figures.UPVOTES, seeded);
	const captures = [
		{ capturedAt: new Date(listedAt.getTime() + 6 * HOUR_MS), upvotes: Math.floor(upvotes * 0.45) },
		{ capturedAt: new Date(listedAt.getTime() + 4 * DAY_MS), upvotes },
	];
	return captures.filter(({ capturedAt }, index) => index === 0 || capturedAt < STANDS_AT);
}

function drawCategories(seeded: Seeded): string[] {
	const one = () => {
		let left = seeded.below(1_000);
		return CATEGORIES.find(([, papers]) => {
			left -= papers;
			return left < 0;
		})?.[0] as string;
	};
	return [...new Set(Array.from({ length: 1 + seeded.below(3) }, one))];
}

/** The first of the shared ones has every twelfth paper, as the archive's first. */
function drawKeyword(seeded: Seeded): string {
	if (fraction(seeded) < OWN_KEYWORDS) return `${drawMadeUp(seeded)} ${makeWord(seeded.below(2 ** 28))}`;
	const number = Math.floor(SHARED_KEYWORDS * fraction(seeded) ** 2);
	return `${makeWord(number)} ${makeWord(7 * number + 80)}`;
}

/** As at arXiv. Where the same two digits stand for several years, the older have the higher numbers. */
function idOf(day: UtcDate, inMonth: number): PaperId {
	const century = Number(LAST_DAY.slice(0, 2)) - Number(day.slice(0, 2));
	const number = century * 10_000 + inMonth + 1;
	return `${day.slice(2, 4)}${day.slice(5, 7)}.${String(number).padStart(5, "0")}` as PaperId;
}

function isWeekend(day: UtcDate): boolean {
	return [0, 6].includes(startOfDay(day).getUTCDay());
}

/** Two numbers as one that seeds: neighbours have nothing in common. */
function mix(seed: number, number: number): number {
	const mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(number + 0x7f4a7c15, 0xc2b2ae35);
	return mixed ^ (mixed >>> 15);
}
