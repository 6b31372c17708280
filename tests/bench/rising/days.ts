import { daysBetween, startOfDay, type UtcDate } from "@/lib/time";
import type { Capture, ListedPaper } from "./archive";

const HOUR_MS = 3_600_000;
const FEWEST_PAPERS = 8;
/** Four days after noon of the listing day, and what counts as around it: 3.5 to 6 days after noon. All in hours since the day began. */
const LATER = { best: 108, from: 96, to: 156 };

/** A paper as it was known at the cut, and its upvotes around four days later. */
type JudgedPaper = ListedPaper & { laterUpvotes: number };
export type JudgedDay = { date: UtcDate; papers: JudgedPaper[] };

/** The days with enough papers that have a capture up to the cut (hours after the day began) and one around four days later. */
export function findJudgedDays(listed: readonly ListedPaper[], cutHours: number): JudgedDay[] {
	const days = Map.groupBy(listed, ({ date }) => date);
	return [...days]
		.map(([date, papers]) => ({ date, papers: papers.flatMap((paper) => judge(paper, cutHours) ?? []) }))
		.filter(({ papers }) => papers.length >= FEWEST_PAPERS)
		.toSorted((a, b) => a.date.localeCompare(b.date));
}

/** Which half a day is of: the even ones are there to choose by, the odd ones to report on. */
export function isOfChoiceHalf({ date }: JudgedDay): boolean {
	return daysBetween("1970-01-01" as UtcDate, date) % 2 === 0;
}

function judge(paper: ListedPaper, cutHours: number): JudgedPaper | undefined {
	const age = ({ capturedAt }: Capture) => (capturedAt.getTime() - startOfDay(paper.date).getTime()) / HOUR_MS;
	const distance = (capture: Capture) => Math.abs(age(capture) - LATER.best);
	const captures = paper.captures.filter((capture) => age(capture) <= cutHours);
	const [later] = paper.captures
		.filter((capture) => age(capture) >= LATER.from && age(capture) <= LATER.to)
		.toSorted((a, b) => distance(a) - distance(b));
	return captures.length > 0 && later ? { ...paper, captures, laterUpvotes: later.upvotes } : undefined;
}
