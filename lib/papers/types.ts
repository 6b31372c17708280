import type { UtcDate } from "../time";
import type { PaperId } from "./ids";
import type { RichText } from "./latex";

/** Where a paper's imported counts were seen. */
export type ImportSource = "huggingface" | "arxiv" | "file" | "sample";

/** A paper's upvotes: cast here, and seen at its import source. */
export type Upvotes = {
	total: number;
	local: number;
	imported: number;
	importSource: ImportSource | null;
};

export type Organization = { name: string; slug: string };

/** What a paper is about. */
export type Topic = { name: string; slug: string };

/** A summary that a source had a model write; the model's name where the source gives it. */
export type AiSummary = { text: string; model: string | null };

/** Somebody who submitted a paper: never more of them than the name that they show. */
export type Submitter = {
	/** Null where they gave none. */
	name: string | null;
	/** Where they did it; null: here. */
	source: ImportSource | null;
};

/** A paper's upvotes, in all, at an instant. */
export type HistoryPoint = { at: Date; upvotes: number };

/** How a paper's upvotes came, drawn small. */
export type Sparkline = {
	/** Of an SVG polyline, in a box of 46 by 14. */
	points: string;
	/** The same in words. */
	label: string;
	/** How many came in the last 24 hours, where any did. */
	gain?: number;
};

/** What a card in a list shows. */
export type PaperSummary = {
	id: PaperId;
	title: RichText;
	abstract: RichText;
	aiSummary: AiSummary | null;
	/** Null where the source does not say. */
	publishedOn: UtcDate | null;
	authorCount: number | null;
	organization: Organization | null;
	topics: Topic[];
	/** Written here, and seen at its import source. */
	comments: { local: number; imported: number };
	/** Where its code is, `owner/repo` at GitHub, with the stars last seen. */
	code: { repo: string; stars: number | null } | null;
	projectPage: string | null;
	upvotes: Upvotes;
	/** The score of the order "Rising"; null without any upvote. */
	rising: number | null;
	/** Null where no history is known. */
	sparkline: Sparkline | null;
	/** The edition on whose list it stands, and when it came there. */
	editionDate: UtcDate;
	listedAt: Date;
};

/** Somebody whom a paper names. `isKnown`: a person here has shown to be them. */
export type PaperAuthor = { name: string; slug: string; isKnown?: true };

/** What a paper's own page shows. It may stand on no list. */
export type PaperDetails = Omit<PaperSummary, "editionDate" | "listedAt" | "sparkline"> & {
	editionDate: UtcDate | null;
	/** Title and abstract as the source writes them, LaTeX and all. */
	source: { title: string; abstract: string };
	/** In the paper's order; empty where only their number is known. */
	authors: PaperAuthor[];
	/** Who put it on that list; null where nobody is known to have. */
	submitter: Submitter | null;
	/** arXiv's, the primary one first. */
	categories: string[];
	keywords: string[];
	/** The newest version's number at arXiv, and when it came out. */
	version: number | null;
	revisedOn: UtcDate | null;
	doi: string | null;
	journalRef: string | null;
	authorComment: string | null;
	thumbnailUrl: string | null;
	/** Oldest first. */
	history: HistoryPoint[];
	/** Its place on the list of its day in the order Top, from 1; null where it stands on none. */
	rank: number | null;
};
