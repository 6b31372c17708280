import type { DigestKind } from "../digest/types";
import type { UtcDate } from "../time";

/** Slack and Discord take messages at a secret address; a webhook takes signed JSON. */
export type ChannelKind = "slack" | "discord" | "webhook";

/** What a curator chooses of a channel, its address aside. */
export type ChannelChoices = { name: string; kind: ChannelKind; digest: DigestKind; papers: number };

/** A channel as curators see it. */
export type ChannelView = ChannelChoices & {
	id: string;
	/** As much of its address as may be shown. */
	place: string;
	isPaused: boolean;
	/** Why we paused it ourselves. */
	pausedFor: string | null;
	/** The last ones, newest first. */
	posts: PostView[];
};

/** One digest on one channel, as curators see it. */
export type PostView = {
	id: string;
	/** The edition, or the last of the week's. */
	date: UtcDate;
	state: PostState;
	reason: string | null;
	/** When it ended; where it has not, when it is tried next. */
	at: Date;
	mayRepost: boolean;
};

export type PostState = "planned" | "submitted" | "rejected" | "skipped" | "unknown";

/** Where a message goes. */
export type Target = { kind: ChannelKind; url: string; secret: string | null };

/**
 * What came of one try:
 * - `submitted`: they have it
 * - `rejected`: they refuse it as it is; `gone` if there is nobody at the address any more
 * - `retry`: they certainly have not taken it, and may later
 * - `lost`: they may have taken it
 *
 * A reason holds neither an address nor what they wrote.
 */
export type TryOutcome =
	| { kind: "submitted" }
	| { kind: "rejected"; reason: string; gone?: true }
	| { kind: "retry"; reason: string; afterSeconds?: number }
	| { kind: "lost"; reason: string };

/** What a run did, in posts. */
export type ChannelCounts = {
	planned: number;
	submitted: number;
	rejected: number;
	/** Not posted on purpose: their channel was paused, or a newer digest came. */
	skipped: number;
	unknown: number;
	/** Still to be posted. */
	waiting: number;
};

/** Why an act was not done. */
export type ChannelRefusal =
	| "not-a-curator"
	| "unknown-channel"
	| "too-many"
	| "no-address"
	| "not-https"
	| "not-slack"
	| "not-discord"
	| "private-address"
	| "not-repostable";

/** Of a channel, as typed. */
export type Typed = Partial<Record<"name" | "kind" | "digest" | "papers" | "url", string>>;

/** What the page shows after a press. */
export type ChannelState = {
	done?: string;
	problem?: string;
	/** Of a new webhook, shown this once. */
	secret?: string;
	/** Where it was not done: what was typed. */
	typed?: Typed;
};
