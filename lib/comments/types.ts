import type { PaperId } from "../papers/ids";

/** So many in a time. */
export type Rate = { times: number; milliseconds: number };

/** Whoever wrote a comment, as everybody may see them. */
type Commenter = {
	/** Null where they show none. */
	name: string | null;
	/** Null where they have given theirs up since. */
	handle: string | null;
	/** Whether a curator has approved that they are one of the paper's authors. */
	isAuthor: boolean;
};

/**
 * A comment as it is shown. One that its writer deleted or a curator removed has only its place, and only while replies stand
 * under it.
 */
export type Comment = {
	id: number;
	/** The comment that it stands under; null for one that stands by itself. */
	parentId: number | null;
	writtenAt: Date;
} & ({ state: "standing"; html: string; by: Commenter; isEdited: boolean } | { state: "deleted" | "removed" });

/** Some comments in order, and the last of them if more follow. */
export type CommentPage = { comments: Comment[]; next?: number };

/** A comment as its own page shows it to one viewer. */
export type ViewedComment = {
	comment: Comment & { state: "standing" };
	paper: { id: PaperId; title: string };
	isMine: boolean;
	/** As written, for the viewer to change: only while it is theirs to. */
	source?: string;
};

/** A comment that somebody reported, as curators see it. */
export type ReportedComment = {
	id: number;
	paperId: PaperId;
	paperTitle: string;
	/** Markdown, as written. */
	body: string;
	writtenAt: Date;
	/** The writer's. */
	handle: string | null;
	isHidden: boolean;
	/** Open ones, oldest first. */
	reports: { reason: string; at: Date }[];
};

/**
 * Why a comment was not written or changed:
 * - `no-handle`: others could not name who wrote it
 * - `unknown-paper`: not held, or hidden
 * - `gone`: the comment was deleted, removed or never there, or the paper is hidden
 * - `not-yours`, `too-late`: for changing
 * - `too-many`: for now
 * - `too-much-markup`: it would become too large a page
 */
export type CommentRefusal =
	| "no-account"
	| "no-handle"
	| "unknown-paper"
	| "gone"
	| "not-yours"
	| "too-late"
	| "too-many"
	| "too-much-markup";

export type ReportRefusal = "no-account" | "gone" | "own" | "too-many";

/** Why a curator's act was not done. Who is no curator is told what everybody is told of a page that does not exist. */
export type ModerateRefusal = "not-a-curator" | "gone";

/** What a form with a text shows. What was typed is always kept. */
export type WriteState = {
	text: string;
	/** A sentence. */
	problem?: string;
	/** What has to be done elsewhere first. */
	needs?: "sign-in" | "handle";
	isSaved?: boolean;
};

/** What a form shows that keeps nothing. */
export type PressState = { done?: string; problem?: string };

/** What the page with one button, to which a mail's link leads, shows once it was pressed. */
export type StopState = { status: "unpressed" | "done" | "refused"; message: string };
