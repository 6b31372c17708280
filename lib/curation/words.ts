import type { Decision } from "./schemas";
import type { CurateRefusal, DecisionRefusal } from "./types";

/** What curators are told. */
export const CURATE_WORDS: Record<CurateRefusal | DecisionRefusal | "foreign-form" | "no-form" | "failed", string> = {
	"not-a-curator": "There is no such page.",
	"unknown-paper": "There is no such paper here.",
	"not-listed": "This paper stands on no list. Submit it, and it stands on today's; then it can be moved.",
	"no-day": "This is no day. Days look like 2026-06-08.",
	"no-edition": "This day has no list. A paper can be moved to any day from arXiv's first up to today (UTC).",
	"unknown-hold": "This burst of votes is gone.",
	gone: "It is gone: whoever it was from has taken it back.",
	"already-decided": "It was decided before you pressed; nothing was changed.",
	"foreign-form": "This form did not come from this site, so nothing was done. Reload the page and try again.",
	"no-form": "This form could not be read, so nothing was done. Reload the page and try again.",
	failed: "Nothing was changed: our database can't be reached just now. Try again in a minute.",
};

export const CURATE_DONE = {
	hide: "Hidden: it is gone from every list and page. Copies in caches follow within a minute.",
	unhide: "Shown again, where it stood.",
	move: "Moved.",
} as const;

export const DECISION_DONE: Record<Decision, string> = {
	hide_comment: "The comment is hidden, and its reports are settled.",
	unhide_comment: "The comment is shown again, where it stood.",
	dismiss_reports: "The comment stays, and its reports are settled.",
	accept_votes: "The votes count, as if they had never been held.",
	void_votes: "The votes count for nothing, and can't be cast again.",
	approve_claim: "They are known as this author now.",
	refuse_claim: "The claim is refused.",
	revoke_claim: "They are no longer known as this author.",
};
