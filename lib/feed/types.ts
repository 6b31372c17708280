import type { PaperSummary } from "../papers/types";
import type { UtcDate } from "../time";

/** A day's list with what its page says about it. */
export type Edition = {
	date: UtcDate;
	/** The edition that ships with the software: its upvotes are made up. */
	isSample: boolean;
	/** Most upvoted first. */
	papers: PaperSummary[];
	/** The nearest days that have papers, on either side. */
	previous: UtcDate | null;
	next: UtcDate | null;
};

/** How many papers a day's list holds. */
export type DayCount = { date: UtcDate; papers: number };
