/** A paper's upvotes as one viewer sees them, and as `/api/votes` answers them. */
export type VoteState = {
	/** Whether the viewer upvoted it. */
	upvoted: boolean;
	/** All there are: cast here, and seen at the import source. */
	upvotes: number;
	localUpvotes: number;
	importedUpvotes: number;
};

/** What a vote does: docs/ranking.md. */
export type VoteStanding = "counted" | "young" | "own" | "held" | "void";

/**
 * Why a vote was not changed:
 * - `unknown-paper`: we don't hold it, or hide it
 * - `voided`: a curator has decided that this vote counts for nothing
 */
export type VoteRefusal = "unknown-paper" | "voided";

/** Which limit a person has met: of a minute, of a day, or of everybody in their network. */
export type VoteLimit = "too-fast" | "too-many" | "crowded-network";

/** When a vote is cast, and the address that it comes from; without one nothing is kept of its network. */
export type VoteOrigin = { now: Date; address?: string | undefined };

/** A burst of votes that waits for a curator. */
export type VoteHold = {
	id: string;
	paper: { id: string; title: string };
	/** `network`: many from one network. `fresh`: many by young accounts. */
	reason: "network" | "fresh";
	openedAt: Date;
	/** How many votes it holds, of how many that the paper has here. */
	votes: number;
	localUpvotes: number;
};

export type HoldDecision = "accepted" | "voided";

/** Why a hold was not decided. */
export type HoldRefusal = "not-a-curator" | "unknown-hold" | "already-decided";

/** What `/api/me` answers: whether the viewer is signed in, and how the papers asked for stand with them. */
export type MeAnswer = {
	signedIn: boolean;
	/** Null until the viewer has set one. */
	handle: string | null;
	/** Whether pages offer the curator's acts; each act asks the database again. */
	isCurator: boolean;
	/** Ids, of those asked for, that the viewer upvoted. */
	upvoted: string[];
	/** The counts of the papers asked for, by id, fresher than the cached page. Empty while signed out. */
	counts: Record<string, Omit<VoteState, "upvoted">>;
	/** Ids, of those asked for, that are in the viewer's library. */
	saved: string[];
	/** What lists do with papers that the viewer has seen, and the ids of those; `off` keeps and tells none. */
	seenMode: "off" | "dim" | "hide";
	seen: string[];
};
