/** What readers are told about their subscription, at one place: some of it must be the same in every case. */
export const words = {
	checkInbox:
		"Check your inbox: we sent a mail to this address. Nothing there in a few minutes? Look among your spam, or subscribe again later.",
	unsubscribed: "You are unsubscribed. No more mail comes to you.",
	notSaved: "This could not be saved. Please try again in a minute.",
	notSent: "The mail could not be sent. Check the address, or try again in a minute.",
	sending: "A mail to this address is just being sent. Nothing there in a minute? Subscribe again then.",
	crowded: "Too many people subscribe right now. Please try again in a few minutes.",
	foreignOrigin: "This form was not sent from our own page. Open the page again and retry there.",
	invalid: "This link is incomplete, or older than 48 hours. Subscribe again, and a new one comes.",
	outdated: "This link is from before you unsubscribed. To come back, subscribe again: a new link comes by mail.",
	chosen: "Saved. It counts from your next mail on.",
	"link-over":
		"This link is incomplete, or older than 90 days. Use the one at the foot of a newer mail from us, or sign in with the same address and go there from your settings.",
	"not-subscribed": "This address does not get the digest any more. To come back, subscribe again.",
	wrongUnsubscribeLink: "This link is incomplete. Use the one at the foot of any mail from us.",
} as const;

/** @param schedule `Every day at 08:00 in Europe/Berlin` */
export function sayConfirmed(schedule: string): string {
	return `You subscribe now. The first digest comes in a few minutes if there are papers, and from then on: ${schedule}. Each has a link to choose when and what you get.`;
}
