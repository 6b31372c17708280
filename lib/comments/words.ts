import { EDIT_MINUTES } from "./rules";
import type { CommentRefusal, ReportRefusal } from "./types";

const FOREIGN_FORM = "This form did not come from this site, so nothing was done. Reload the page and try again.";
const NO_ACCOUNT = "Your account is gone, so nothing was saved. Sign in again to have a new one.";
const NO_FORM = "This form could not be read, so nothing was done. Reload the page and try again.";

/** What a form with a text says when it can't save it. */
export const WRITE_WORDS: Record<CommentRefusal | "foreign-form" | "no-form" | "signed-out" | "failed", string> = {
	"foreign-form": FOREIGN_FORM,
	"no-form": NO_FORM,
	"signed-out": "Sign in to comment. Your text waits here: come back to this page and post it.",
	"no-account": NO_ACCOUNT,
	"no-handle":
		"Choose a handle first, so that others can name you. Your text waits here: come back to this page and post it.",
	"unknown-paper": "There is no such paper here any more.",
	gone: "What you wanted to write to is not there any more: it was deleted, or a curator took it off.",
	"not-yours": "Only who wrote a comment can change it.",
	"too-late": `A comment can be changed for ${EDIT_MINUTES} minutes, which are over. You can still delete it, and write another.`,
	"too-many": "You have written many comments in a short time. Your text is kept here; try again later.",
	"too-much-markup":
		"There is more markup in this than a page can bear. Write it more simply, or make two comments of it.",
	failed: "Nothing was saved: our database can't be reached just now. Your text is kept here; try again in a minute.",
};

export const REPORT_WORDS: Record<ReportRefusal | "foreign-form" | "signed-out" | "failed", string> = {
	"foreign-form": FOREIGN_FORM,
	"signed-out": "You are signed out by now. Sign in, and report it again.",
	"no-account": NO_ACCOUNT,
	gone: "This comment is not there any more.",
	own: "This is your own comment: you can delete it.",
	"too-many": "You have reported many comments today. The curators will look at those first.",
	failed: "Nothing was saved: our database can't be reached just now. Try again in a minute.",
};

export const REPORTED = "Thank you. A curator will look at it.";

export const MAIL_WORDS = {
	on: "Saved: replies to your comments come by mail.",
	off: "Saved: no mails about replies.",
	stopped: "No more mails about replies come to you. You can turn them on again in your settings.",
	"wrong-link": "This link is incomplete. Use the one at the foot of any mail about a reply, or your settings.",
	"foreign-form": FOREIGN_FORM,
	"signed-out": "You are signed out by now. Sign in, and try again.",
	failed: "This could not be saved: our database can't be reached just now. Try again in a minute.",
} as const;
