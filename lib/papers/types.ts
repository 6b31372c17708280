import type { UtcDate } from "../time";
import type { PaperId } from "./ids";

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

/** Somebody who submitted a paper: never more of them than the name that they show. */
export type Submitter = {
	/** Null where they gave none. */
	name: string | null;
	/** Where they did it; null: here. */
	source: ImportSource | null;
};

/** What a card in a list shows. */
export type PaperSummary = {
	id: PaperId;
	title: string;
	abstract: string;
	/** Null where the source does not say. */
	publishedOn: UtcDate | null;
	authorCount: number | null;
	organization: Organization | null;
	commentCount: number;
	/** Where its code is, `owner/repo` at GitHub, with the stars last seen. */
	code: { repo: string; stars: number | null } | null;
	projectPage: string | null;
	upvotes: Upvotes;
	/** When it came onto the list of its day. */
	listedAt: Date;
};

/** What a paper's own page shows. */
export type PaperDetails = Omit<PaperSummary, "listedAt"> & {
	/** In the paper's order; empty where only their number is known. */
	authors: string[];
	/** The edition on whose list it stands. */
	editionDate: UtcDate | null;
	/** Who put it on that list; null where nobody is known to have. */
	submitter: Submitter | null;
};
