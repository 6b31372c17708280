import type { DecideClaimRefusal } from "../claims/types";
import type { ModerateRefusal } from "../comments/types";
import type { PaperId } from "../papers/ids";
import type { UtcDate } from "../time";
import type { HoldRefusal } from "../votes/types";

/** A paper as its curator's page shows it, hidden or not. */
export type CuratedPaper = {
	id: PaperId;
	title: string;
	editionDate: UtcDate | null;
	isHidden: boolean;
	acts: CuratedAct[];
};

/** An act that was written down, for curators to read. */
export type CuratedAct = {
	/** Counts up; only ever compared. */
	id: string;
	at: Date;
	/** Who did it: a name where there is one; null where the account is gone. */
	actor: { name: string; isYou: boolean } | null;
	/** Null for what is about no paper. */
	paperId: string | null;
	sentence: string;
	/** The comment that it hid, by its first words, where it is hidden still. */
	hiddenComment?: { id: number; words: string };
};

/** How much waits, or came of late. */
export type QueueCounts = {
	reports: number;
	holds: number;
	claims: number;
	/** Of the newest digests: nobody knows whether they arrived. */
	doubtfulMails: number;
	/** Of the last day. */
	failedRuns: number;
	submissions: number;
};

/** A paper that somebody put on a list here. */
export type CuratedSubmission = {
	id: string;
	title: string;
	/** When it came onto its list; null where it stands on none any more. */
	at: Date | null;
	/** Null where they show no name. */
	by: string | null;
	editionDate: UtcDate | null;
	isHidden: boolean;
};

/**
 * Why a curator's act was not done. Who is no curator is told what everybody is told of a page that does not exist.
 */
export type CurateRefusal = "not-a-curator" | "unknown-paper" | "not-listed" | "no-day" | "no-edition";

/** Why a decision was not made, in any of the queues. */
export type DecisionRefusal = HoldRefusal | ModerateRefusal | DecideClaimRefusal;

/** What a queue shows after a press. */
export type DecisionState = { done?: string; problem?: string };

/** What the forms show after a press. What was typed is kept. */
export type CurateState = { done?: string; problem?: string; date?: string; reason?: string };

/** What came of one window of one source. */
export type Run = {
	id: string;
	source: string;
	windowName: string;
	state: "running" | "done" | "failed" | "dead";
	startedAt: Date;
	finishedAt: Date | null;
	seen: number;
	new: number;
	changed: number;
	unchanged: number;
	failed: number;
	error: string | null;
};
