import type { DigestBalance, DigestKind } from "../digest/types";
import type { UtcDate } from "../time";

/** How the mail is doing, for a curator. */
export type MailDesk = {
	/** Since when a curator has stopped it. */
	stoppedAt: Date | null;
	/** Why the last run left mail for another one. */
	pausedBecause: string | null;
	/** Deliveries that are still to be sent. */
	waiting: number;
	balances: DigestBalance[];
	runs: MailRun[];
	/** Why mails of these digests were not sent, or not yet; the most frequent first. */
	reasons: { state: DeliveryState; reason: string; count: number }[];
	/** Deliveries of which only a person can say whether to send them again, newest first. */
	doubtful: { subscriberId: string; kind: DigestKind; date: UtcDate; reason: string | null }[];
	dueHours: DueHour[];
	growth: Growth;
};

/** What a run did, in deliveries. */
export type MailRun = {
	id: string;
	startedAt: Date;
	endedAt: Date;
	planned: number;
	submitted: number;
	rejected: number;
	skipped: number;
	unknown: number;
	waiting: number;
	pausedBecause: string | null;
};

/** How many subscribers' hour comes in the hour that begins then. */
export type DueHour = { at: Date; mails: number };

export type Growth = {
	/** Subscribers now. */
	confirmed: number;
	/** Oldest first. Weeks begin on Mondays, UTC. */
	weeks: { from: UtcDate; confirmed: number; left: number }[];
};

type DeliveryState = "planned" | "submitted" | "rejected" | "skipped" | "unknown";

/** A subscriber and what was sent to them, as a curator sees it: addresses are nobody's to read. */
export type SubscriberFile = {
	id: string;
	/** `a…@example.org`: enough to see that it is who was looked for. */
	maskedAddress: string;
	state: "pending" | "confirmed" | "unsubscribed";
	createdAt: Date;
	confirmedAt: Date | null;
	unsubscribedAt: Date | null;
	suppressedFor: "bounced" | "complained" | null;
	/** Of who was imported. */
	consent: { at: Date; source: string } | null;
	/** In words, a line each. */
	choices: string[];
	/** Newest first. */
	deliveries: {
		id: string;
		kind: DigestKind;
		date: UtcDate;
		state: DeliveryState;
		reason: string | null;
		settledAt: Date | null;
		eventState: "soft_bounced" | "delivered" | "bounced" | "complained" | null;
		resentAt: Date | null;
	}[];
};

/** Why what a curator asked for was not done. */
export type OperateRefusal =
	| "not-a-curator"
	| "unknown-delivery"
	| "unknown-subscriber"
	| "not-subscribed"
	| "not-to-resend"
	| "no-digest"
	| "not-confirmed"
	| "not-sent";

/** What the forms show after a press. */
export type OperateState = { done?: string; problem?: string };

/** Why a line of a file was not imported. */
export type LineProblem =
	| "cells"
	| "no-address"
	| "no-consent"
	| "no-instant"
	| "future"
	| "no-source"
	| "long-source"
	| "duplicate"
	| "subscribes"
	| "left"
	| "bounced"
	| "complained";

/** Why a file was not read at all, and the line at which that was found. */
export type FileProblem = { kind: "no-csv" | "no-columns" | "no-rows" | "too-many-rows"; line: number };

/** What became of a file: `rows` is `added` and all that was refused. */
export type ImportReport = {
	id: string;
	at: Date;
	isCheck: boolean;
	rows: number;
	added: number;
	refused: { reason: LineProblem; count: number }[];
	/** The first of the refused, in the order of the file. */
	lines: { line: number; reason: LineProblem }[];
};
