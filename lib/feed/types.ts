import type { PaperSummary } from "../papers/types";
import type { UtcDate } from "../time";
import type { View } from "./views";
import type { Window } from "./windows";

/** One page of a list, and whether there is another. */
export type PaperPage = { papers: PaperSummary[]; hasMore: boolean };

/** What there is to say about a window beside its papers. */
export type WindowFacts = {
	/** All papers of it, on whatever page. */
	paperCount: number;
	/** The nearest windows of its kind that have papers, on either side. */
	previous: Window | null;
	next: Window | null;
	/** The last day of it that has papers: where its day's page is. */
	lastDate: UtcDate | null;
	/** The edition that ships with the software stands in it: its upvotes are made up. */
	isSample: boolean;
};

/** How many papers a day's list holds. */
export type DayCount = { date: UtcDate; papers: number };

/** How many papers of a list were listed in a month (`2026-06`). */
export type MonthCount = { month: string; papers: number };

/** All that the page of a window shows. */
export type WindowContent = {
	window: Window;
	view: View;
	page: PaperPage;
	facts: WindowFacts;
	/** Of the days of the calendar's month, which is that of `calendarDate`. */
	counts: DayCount[];
	calendarDate: UtcDate;
	/** The first of the papers that people upvote now, whatever their day. */
	rising: PaperSummary[];
	/** When papers and counts were last fetched; undefined if they never were. */
	refreshed: Date | undefined;
	/** Whether papers may still be added. */
	isOpen: boolean;
};
