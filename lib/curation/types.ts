import type { PaperId } from "../papers/ids";
import type { UtcDate } from "../time";

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
	paperId: string;
	sentence: string;
};

/**
 * Why a curator's act was not done. Who is no curator is told what everybody is told of a page that does not exist.
 */
export type CurateRefusal = "not-a-curator" | "unknown-paper" | "not-listed" | "no-day" | "no-edition";

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
