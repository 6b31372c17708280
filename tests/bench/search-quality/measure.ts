import { createSeeded } from "../seeded";
import type { BenchPaper } from "./papers";
import { keywordQuestion, type Question, summaryQuestion, titleQuestion, wordsOf } from "./questions";

export const PLACES = 10;
const SEED = 20261124;

/** Finds papers for a text, the best first. */
export type Finder = (text: string) => Promise<string[]> | string[];

export type Quality = { mrr: number; recall: number };

/**
 * Questions about papers that have a summary.
 *
 * @param set `judged` for the thousand that figures are given for; `tuning` for others, of which none is among them
 */
export function makeQuestions(papers: readonly BenchPaper[], set: "judged" | "tuning", count: number) {
	const seeded = createSeeded(SEED);
	const papersWith = countPapers(papers);
	const eligible = papers.filter(
		(paper) => summaryQuestion(paper, papersWith) && keywordQuestion(paper, createSeeded(SEED)),
	);
	const judged = seeded.sample(eligible, 1_000);
	const others = new Set(judged);
	const chosen =
		set === "judged"
			? judged.slice(0, count)
			: seeded.sample(
					eligible.filter((paper) => !others.has(paper)),
					count,
				);
	const all = (questions: (Question | undefined)[]) => questions.filter((question) => question !== undefined);
	return {
		title: all(chosen.map((paper) => titleQuestion(paper, papersWith, seeded))),
		summary: all(chosen.map((paper) => summaryQuestion(paper, papersWith))),
		keywords: all(chosen.map((paper) => keywordQuestion(paper, seeded))),
	};
}

/** In how many papers each word stands, in title or abstract. */
function countPapers(papers: readonly BenchPaper[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { title, abstract } of papers) {
		for (const word of new Set(wordsOf(`${title} ${abstract}`.toLowerCase()))) {
			counts.set(word, (counts.get(word) ?? 0) + 1);
		}
	}
	return counts;
}

/** How well a finder finds: the mean of 1/place among the first ten (0 beyond), and the share that is among them. */
export async function measure(questions: readonly Question[], find: Finder): Promise<Quality> {
	let reciprocal = 0;
	let found = 0;
	for (const { text, paper } of questions) {
		const place = (await find(text)).indexOf(paper) + 1;
		if (place === 0) continue;
		reciprocal += 1 / place;
		found++;
	}
	return { mrr: reciprocal / questions.length, recall: found / questions.length };
}
