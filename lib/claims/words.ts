import { OPEN_CLAIMS_MAX } from "./rules";
import type { ClaimRefusal } from "./types";

/** What the form says when it can't do what was asked. */
export const CLAIM_WORDS: Record<ClaimRefusal | "foreign-form" | "no-form" | "signed-out" | "failed", string> = {
	"foreign-form": "This form did not come from this site, so nothing was done. Reload the page and try again.",
	"no-form": "This form could not be read, so nothing was done. Reload the page and try again.",
	"signed-out": "You are signed out by now. Sign in, come back to this page and send it again.",
	"no-account": "Your account is gone, so nothing was saved. Sign in again to have a new one.",
	"unknown-author": "No paper here names this author any more.",
	"too-many": `${OPEN_CLAIMS_MAX} claims of yours wait already. Once a curator has looked at one, you can make another.`,
	resting: "A curator has refused this not long ago.",
	failed: "Nothing was saved: our database can't be reached just now. Your text is kept here; try again in a minute.",
};

export const CLAIM_DONE = {
	asked: "Thank you. A curator will look at it.",
	approved: "You are known here as this author now.",
	withdrawn: "Withdrawn.",
} as const;
