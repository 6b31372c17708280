import type { UtcDate } from "../time";

/** A paper as it stands in a composed digest, frozen. The order of the papers is their rank. */
export type DigestPaper = {
	id: string;
	title: string;
	summary: string;
	by: string | null;
	upvotes: number;
};

/** What goes out for an edition. */
export type Digest = {
	id: string;
	date: UtcDate;
	isSample: boolean;
	subject: string;
	papers: DigestPaper[];
};

/** What a run did, in deliveries. */
export type DigestCounts = {
	/** The edition that is mailed now; null when there is none that is new enough. */
	edition: UtcDate | null;
	/** Added to the ledger by this run (in a dry run: what it would add). */
	planned: number;
	submitted: number;
	rejected: number;
	/** Not sent on purpose: unsubscribed meanwhile, or too late. */
	skipped: number;
	/** Given up without knowing whether they arrived. */
	unknown: number;
	/** Still to be sent; the next run goes on with them. */
	waiting: number;
};
