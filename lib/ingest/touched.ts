import { pagesWith } from "../papers/pages";
import type { UtcDate } from "../time";
import type { UpsertOutcome } from "./upsert";

/** Above this, telling pages one by one costs more than letting all renew themselves. */
const PATHS_MAX = 1000;

/** Which pages a run has made out of date, without growing with the run. */
export type Touched = { days: Set<UtcDate>; papers: Set<string>; isEverything: boolean };

export function nothingTouched(): Touched {
	return { days: new Set(), papers: new Set(), isEverything: false };
}

export function touch(touched: Touched, { papers, days }: Pick<UpsertOutcome, "papers" | "days">): void {
	if (touched.isEverything) return;
	for (const day of days) touched.days.add(day);
	for (const paper of papers) touched.papers.add(paper);
	if (touched.days.size + touched.papers.size < PATHS_MAX) return;
	touched.isEverything = true;
	touched.days.clear();
	touched.papers.clear();
}

/** The pages to render anew, as {@link pagesWith} has them; `everything` for all, none if nothing was touched. */
export function touchedPaths(touched: Touched): string[] | "everything" {
	return touched.isEverything ? "everything" : pagesWith(touched);
}
