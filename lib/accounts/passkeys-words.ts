/** What the forms about passkeys say when they can't do what they were asked. */
export const PASSKEY_ERRORS = {
	"foreign-form": "This form did not come from this site, so nothing was done. Reload the page and try again.",
	"not-known": "This passkey does not work here. It may have been deleted. Try another, or sign in by mail.",
	"not-verified": "The passkey could not be added. Try again.",
	"too-many": "You have twenty passkeys, or have tried to add very many. Delete one, or try again later.",
	"not-deleted": "The passkey could not be deleted just now. Try again in a minute.",
	failed: "This did not work just now. Try again in a minute, or sign in by mail.",
	cancelled: "No passkey was given. Try again, or sign in by mail.",
	"not-made": "No passkey was made.",
	"known-already": "This device has a passkey for your account already.",
} as const;
