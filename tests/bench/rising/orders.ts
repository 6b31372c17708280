import { HALF_LIFE_HOURS, risingScore } from "@/lib/feed/rising";
import type { ListedPaper } from "./archive";
import type { JudgedDay } from "./days";
import { mean, rankCorrelation } from "./statistics";

const TOP = 5;

/** A way to order papers. */
export type Rule = {
	/** In hours. */
	halfLife: number;
	/** How many votes a comment counts as. */
	comments: number;
	/** When the votes of a paper's first capture count as cast. */
	entry: "capture" | "listing";
	/** Which of papers with equal scores goes first, by listing. */
	tie: "earlier" | "newer";
};

/** What the database stores. */
export const RISING: Rule = { halfLife: HALF_LIFE_HOURS, comments: 0, entry: "capture", tie: "newer" };
export const VOTES_ALONE: Rule = { ...RISING, halfLife: Number.POSITIVE_INFINITY, tie: "earlier" };

/** How well an order foretells the later one, day by day. */
type Judgement = { correlation: number[]; top: number[] };

/** The score of a paper from the captures that it has. */
export function scorePaper({ captures, listedAt }: ListedPaper, { halfLife, comments, entry }: Rule): number {
	const counted = captures.map((capture, index) => ({
		capturedAt: entry === "listing" && index === 0 ? listedAt : capture.capturedAt,
		upvotes: capture.upvotes + comments * capture.comments,
	}));
	return risingScore([], counted, halfLife);
}

/** Judges a rule by the order of upvotes four days later: rank correlation, and how many of the first five it has among its own. */
export function judgeRule(days: readonly JudgedDay[], rule: Rule): Judgement {
	const judged = days.map(({ papers }) => {
		const scores = papers.map((paper) => scorePaper(paper, rule));
		const later = papers.map(({ laterUpvotes }) => laterUpvotes);
		const laterTop = firstPapers(papers, later, { tie: VOTES_ALONE.tie, count: TOP });
		const top = firstPapers(papers, scores, { tie: rule.tie, count: TOP }).filter((paper) => laterTop.includes(paper));
		return { correlation: rankCorrelation(scores, later), top: top.length };
	});
	return { correlation: judged.map((day) => day.correlation), top: judged.map((day) => day.top) };
}

/** The rule with the highest mean rank correlation; of equals the one that stands first. */
export function chooseRule(days: readonly JudgedDay[], rules: readonly [Rule, ...Rule[]]): Rule {
	const judged = rules.map((rule) => ({ rule, score: mean(judgeRule(days, rule).correlation) }));
	return judged.reduce((best, other) => (other.score > best.score ? other : best)).rule;
}

/** The first papers as a list shows them; of those that tie in all else the smaller id goes first. */
export function firstPapers<Paper extends ListedPaper>(
	papers: readonly Paper[],
	scores: readonly number[],
	{ tie, count }: { tie: Rule["tie"]; count: number },
): Paper[] {
	const sign = tie === "earlier" ? 1 : -1;
	return papers
		.map((paper, index) => ({ paper, score: scores[index] ?? 0, listedAt: paper.listedAt.getTime() }))
		.toSorted((a, b) => b.score - a.score || sign * (a.listedAt - b.listedAt) || (a.paper.id < b.paper.id ? -1 : 1))
		.slice(0, count)
		.map(({ paper }) => paper);
}
