/** What the forms of this domain say when they can't do what they were asked. */
export const SIGN_IN_ERRORS = {
	"not-an-address": "This is not an email address. One looks like name@example.org.",
	"too-soon": "A link went to this address less than a minute ago. Look in your inbox, or ask again in a minute.",
	"too-many": "Five links went to this address within the hour. Use the newest of them, or ask again later.",
	crowded: "Very many are asking for links just now. Try again in a minute.",
	"not-sent": "The mail could not be sent. Check the address, or try again in a minute.",
	failed: "Something on our side failed and no mail was sent. Try again in a minute.",
	"foreign-form": "This form did not come from this site, so nothing was done. Reload the page and try again.",
	"not-signed-in": "You could not be signed in just now. Try again in a minute, or ask for a new link.",
	"not-signed-out": "You could not be signed out just now. Try again in a minute.",
} as const;
