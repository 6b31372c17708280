/** How far a claim has come. */
type ClaimState = "asked" | "approved" | "refused";

/** What somebody's own page about an author shows them. */
export type ClaimPage = {
	author: { name: string; slug: string };
	/** Null until they ask. */
	claim: { state: ClaimState; note: string; orcid: string | null; since: Date } | null;
	/** Until when asking again is refused; null where it is not. */
	restsUntil: Date | null;
};

/** A claim as curators see it. */
export type CuratedClaim = {
	id: string;
	author: { name: string; slug: string };
	/** How others name the claimant: never an address. */
	claimant: { name: string | null; handle: string | null; since: Date };
	note: string;
	orcid: string | null;
	/** When it was asked, or approved. */
	at: Date;
	/** Whether somebody else is known as this author. */
	isTaken: boolean;
};

/**
 * Why a claim was not made:
 * - `unknown-author`: no paper that is shown names them
 * - `too-many`: others of theirs wait
 * - `resting`: a curator refused it not long ago
 */
export type ClaimRefusal = "no-account" | "unknown-author" | "too-many" | "resting";

/** `revoked`: approved, and no longer so. */
export type ClaimDecision = "approved" | "refused" | "revoked";

/** Why a claim was not decided. Who is no curator is told what everybody is told of a page that does not exist. */
export type DecideClaimRefusal = "not-a-curator" | "gone" | "already-decided";

/** What the form shows. What was typed is kept. */
export type ClaimFormState = { note: string; done?: string; problem?: string };
