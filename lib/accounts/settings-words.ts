import { SIGN_IN_ERRORS } from "./words";

/** What the forms of the settings say when they can't do what they were asked. */
export const SETTINGS_ERRORS = {
	"foreign-form": SIGN_IN_ERRORS["foreign-form"],
	"not-saved": "Something on our side failed and nothing was changed. Try again in a minute.",
	taken: "This handle, or one that looks like it, is taken.",
	"changed-too-often": "A handle can be changed five times a day. Try again tomorrow.",
	"handle-stays": "A handle can be changed but not given up.",
} as const;

/** Why a change of address does not begin. */
export const ADDRESS_ERRORS = {
	"not-an-address": SIGN_IN_ERRORS["not-an-address"],
	"same-address": "This is your address already.",
	"too-soon": "A mail went to this address less than a minute ago. Try again in a minute.",
	"too-many": "Too many mails were asked for within the hour. Try again later.",
	crowded: SIGN_IN_ERRORS.crowded,
	"not-sent": "The mails could not be sent. Check the address, or try again in a minute.",
} as const;

/** Why an account is not deleted. */
export const DELETION_ERRORS = {
	"not-recent": "You signed in more than an hour ago. Sign in again, and then delete the account.",
	"other-name": "This is neither your handle nor your address. Nothing was deleted.",
	"no-account": "This account is gone already.",
} as const;
