/** In characters: a reason is read in a log or a ledger, by a person. */
const REASON_MAX = 300;

/** What a provider says of a mail, for a log or a ledger, where no address may stand. */
export function withoutAddresses(text: string): string {
	return text.replace(/\S+@\S+/g, "<address>").slice(0, REASON_MAX);
}
