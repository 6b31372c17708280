import type { PaperId } from "../papers/ids";
import type { UtcDate } from "../time";

/** A paper as it is shown before it is listed. */
export type PaperPreview = {
	id: PaperId;
	title: string;
	abstract: string;
	authors: string[];
	/** When its first version came out. */
	publishedOn: UtcDate;
};

/** A paper that stands on a list here already. */
export type KnownPaper = { id: PaperId; title: string /** by who asks */; upvoted: boolean };

/** What became of a paper that somebody pasted or confirmed. */
export type SubmitOutcome =
	| { step: "known"; paper: KnownPaper }
	/** The token vouches for what is shown; listing takes it and nothing else. */
	| { step: "preview"; paper: PaperPreview; token: string }
	| { step: "listed"; paper: { id: PaperId; title: string }; date: UtcDate };

/**
 * Why a paper is not listed:
 * - `unknown-form`: the text names no paper that arXiv could have
 * - `unknown-paper`: arXiv has none of this id
 * - `unreachable`: arXiv is down, too slow, or asks us to stay away
 * - `not-answered`: arXiv refuses to answer for this id
 * - `busy`: the same person's last paper is still being looked up
 * - `hidden`: a curator took it off
 * - `too-old`, `limit`: not for readers, or not today
 * - `preview-is-over`: the token is no longer or never was good
 * - `no-account`: theirs was deleted meanwhile
 */
export type SubmitRefusal =
	| "unknown-form"
	| "unknown-paper"
	| "unreachable"
	| "not-answered"
	| "busy"
	| "hidden"
	| "too-old"
	| "limit"
	| "preview-is-over"
	| "no-account";

/** What the form shows. What was typed is always kept. */
export type SubmitState = { text: string /** a sentence */; problem?: string } & (SubmitOutcome | { step: "paste" });

/** What readers may submit. */
export type SubmitRules = { maxAgeDays: number; dailyLimit: number };
