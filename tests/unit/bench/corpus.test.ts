import { expect, it } from "vitest";
import { makePapers } from "../../bench/corpus/papers";
import { nameOf } from "../../bench/corpus/people";
import { drawWord, makeWord } from "../../bench/corpus/words";
import { createSeeded } from "../../bench/seeded";

const corpusOf = (papers: number, seed = 1) => [...makePapers({ papers, voters: 1_000, seed })];

it("is the same for the same seed, and another for another", () => {
	expect(corpusOf(200)).toEqual(corpusOf(200));
	expect(corpusOf(200, 2)).not.toEqual(corpusOf(200));
});

it("holds all of a smaller one, whose papers are the newest", () => {
	const large = corpusOf(400);
	expect(large.slice(0, 200)).toEqual(corpusOf(200));
	const days = large.map(({ day }) => day);
	expect(days).toEqual(days.toSorted().reverse());
});

it("has papers on weekdays alone, each with an id and names of its own", () => {
	const papers = corpusOf(2_000);
	expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length);
	expect(papers.filter(({ day }) => [0, 6].includes(new Date(day).getUTCDay()))).toEqual([]);
	for (const { authors, votes } of papers) {
		expect(new Set(authors).size).toBe(authors.length);
		expect(new Set(votes.map(({ voter }) => voter)).size).toBe(votes.length);
	}
	const authors = new Set(papers.flatMap((paper) => paper.authors));
	expect(new Set([...authors].map(nameOf)).size).toBe(authors.size);
});

it("is like the archive: papers a day, authors, words, votes", () => {
	const papers = corpusOf(7_875);
	const mean = (count: (paper: (typeof papers)[number]) => number) =>
		papers.reduce((sum, paper) => sum + count(paper), 0) / papers.length;
	expect(papers.length / new Set(papers.map(({ day }) => day)).size).toBeCloseTo(15.7, -0.5);
	expect(mean(({ votes }) => votes.length)).toBeCloseTo(11, -0.3);
	expect(mean(({ authors }) => authors.length)).toBeCloseTo(10.2, -0.5);
	expect(mean(({ abstract }) => abstract.length)).toBeCloseTo(183, -1);
	const lines = new Map<number, number>();
	for (const author of papers.flatMap((paper) => paper.authors)) lines.set(author, (lines.get(author) ?? 0) + 1);
	// Of the archive's 34,917 people one wrote 96 papers.
	expect(lines.size).toBeGreaterThan(30_000);
	expect(lines.size).toBeLessThan(42_000);
	expect(Math.max(...lines.values())).toBeGreaterThan(60);
	expect(Math.max(...lines.values())).toBeLessThan(140);
});

it("makes a word of its own of each number", () => {
	const words = Array.from({ length: 20_000 }, (_, number) => makeWord(number * 17));
	expect(new Set(words).size).toBe(words.length);
	const seeded = createSeeded(5);
	const drawn = Array.from({ length: 10_000 }, () => drawWord(seeded));
	// The archive's commonest word is one of 32.
	expect(drawn.filter((word) => word === "and").length).toBeGreaterThan(200);
});
