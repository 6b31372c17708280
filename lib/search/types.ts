import type { PaperId } from "../papers/ids";
import type { UtcDate } from "../time";

/** What a paper has to have, or must not have. */
export type Terms = {
	/** As typed, case and hyphens included. */
	words: string[];
	phrases: string[];
	authors: string[];
	orgs: string[];
	topics: string[];
	/** Whether its code is known. */
	code: boolean;
};

/** What a person asks for, as `parseQuery` reads it. */
export type SearchQuery = {
	/** Set if the text is a paper's id or address and nothing else; all the rest is empty then. */
	paper: PaperId | null;
	include: Terms;
	exclude: Terms;
	/** First and last day of listing, both included. */
	since: UtcDate | null;
	until: UtcDate | null;
	/** Upvotes at least. */
	min: number | null;
};

/** The likeliest first, the most upvoted, or the newest. */
export type SearchOrder = "relevance" | "top" | "new";

/** How papers match: all words; all words once a misspelled one is put right; most of the words; not at all. */
type Match = "all" | "spelling" | "most" | "none";

/** A page of what was found, best first. */
export type SearchPage = {
	ids: PaperId[];
	hasMore: boolean;
	match: Match;
	/** The query as text with its misspelled words put right; null where the archive knows all words. */
	didYouMean: string | null;
};

/** Where a text matches: first and one past the last of its UTF-16 units, in order, apart from each other. */
export type Marks = [start: number, end: number][];

/** A found paper's texts as they stand in the database, with what matches in them. */
export type Hit = { id: PaperId; title: string; titleMarks: Marks; abstract: string; abstractMarks: Marks };

/** What somebody may be about to type. */
export type Suggestions = {
	papers: { id: PaperId; title: string }[];
	authors: { slug: string; name: string }[];
	topics: { slug: string; name: string }[];
};
