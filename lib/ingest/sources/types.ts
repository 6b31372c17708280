import type { Clock } from "../http/clock";
import type { IngestedPaper } from "../types";

/** What a source gives at a time. */
export type SourcePage = {
	papers: IngestedPaper[];
	/** What could not be read, each with its place (an id, a line) and a reason without its content. */
	problems: Problem[];
	/** How many could not be read. More than `problems` where only the first are told in detail. */
	failed: number;
};

export type Problem = { where: string; reason: string };

export type SourceOptions = {
	signal?: AbortSignal;
	/** The instant as of which counts are. By default that at which each answer came. */
	now?: Date;
	/** For tests, which do not wait. */
	clock?: Clock;
};

/** One thing read, or why not. */
export type Reading<Value> = { ok: true; value: Value } | { ok: false; problem: Problem };

/** Readings as a page. */
export function toPage(readings: readonly Reading<IngestedPaper>[]): SourcePage {
	const papers = readings.flatMap((reading) => (reading.ok ? [reading.value] : []));
	const problems = readings.flatMap((reading) => (reading.ok ? [] : [reading.problem]));
	return { papers, problems, failed: problems.length };
}
