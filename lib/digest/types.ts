import type { UtcDate } from "../time";

/** `daily` is made of one edition, `weekly` of those of the seven days that end with one. */
export type DigestKind = "daily" | "weekly";

/** A paper as it stands in a composed digest, frozen. The order of the papers is their rank. */
export type DigestPaper = {
	id: string;
	title: string;
	summary: string;
	by: string | null;
	upvotes: number;
	/** `owner/repo` at GitHub. */
	code: string | null;
};

/** A paper of the digest before, and how many upvotes it has gained since; `since` is that digest's date. */
export type RisenPaper = { id: string; title: string; gained: number; since: UtcDate };

/** What all mails about an edition are made of. */
export type Digest = {
	id: string;
	kind: DigestKind;
	/** The edition, or the last of the week's. */
	date: UtcDate;
	isSample: boolean;
	papers: DigestPaper[];
	risen: RisenPaper[];
};

/** What stands in a mail. All but those that rose are papers of its digest, by id. */
export type SelectionContent = {
	/** The main list, best first. */
	papers: string[];
	/** Of what the subscriber follows, as far as they are not in the main list. */
	matches: string[];
	/** Why a paper is there, by id, of those with more of a reason than their upvotes. */
	why: Record<string, string>;
	risen: RisenPaper[];
	language: string;
};

/** A digest's mail as a page shows it. */
export type DigestPage = {
	kind: DigestKind;
	date: UtcDate;
	/** The day or the week, in the reader's language. */
	days: string;
	language: string;
	isSample: boolean;
	papers: (DigestPaper & { why: string | null })[];
	matches: (DigestPaper & { why: string | null })[];
	risen: { id: string; title: string; gain: string }[];
};

/** A mail as HTML, or why none would come. */
export type Preview = { html: string } | { problem: string };

/** What a run did, in deliveries. */
export type DigestCounts = {
	/** The edition that is mailed now; null when there is none that is new enough. */
	edition: UtcDate | null;
	/** Added to the ledger by this run (in a dry run: what it would add). */
	planned: number;
	submitted: number;
	rejected: number;
	/** Not sent on purpose: nothing new, unsubscribed meanwhile, or too late. */
	skipped: number;
	/** Given up without knowing whether they arrived. */
	unknown: number;
	/** Still to be sent; the next run goes on with them. */
	waiting: number;
};

/** What became of all deliveries of a digest: the others add up to `planned`. */
export type DigestBalance = Omit<DigestCounts, "edition"> & {
	kind: DigestKind;
	edition: UtcDate;
	/** What the provider has told of those submitted. */
	told: { delivered: number; softBounced: number; bounced: number; complained: number };
};
