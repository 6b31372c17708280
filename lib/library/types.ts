import type { PaperPage } from "../feed/types";

/** Whether the viewer has a paper in their library, as `/api/saves` answers it. */
export type SaveState = { saved: boolean };

/** A list as its owner sees it, with how many papers its page shows. */
export type ReadingList = { id: string; name: string; papers: number };

/** Whether it is kept which papers somebody has seen, and what lists do with these. */
export type SeenMode = "off" | "dim" | "hide";

/** What of somebody's own the page's papers need beside their votes. */
export type Kept = {
	seenMode: SeenMode;
	/** Ids, of those asked for. */
	saved: string[];
	/** Ids, of those asked for; empty while nothing is kept. */
	seen: string[];
};

/** A page of a library, or of one of its lists. */
export type LibraryPage = PaperPage & { count: number };

/** Why a change of the library was not made. */
export type LibraryRefusal =
	| "unknown-paper"
	| "too-many-saves"
	| "too-many-lists"
	| "name-taken"
	| "no-such-list"
	| "nothing-chosen";

/** What the forms of the library show after a press. What was typed is kept where it was refused. */
export type LibraryState = {
	done?: string;
	problem?: string;
	name?: string;
	/** The new address of the private feed, which is shown this once. */
	feedUrl?: string;
};
