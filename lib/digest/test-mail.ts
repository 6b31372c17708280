import "server-only";
import { type UtcDate, utcDateOf } from "../time";
import { foreseeDigest } from "./compose";
import { renderSelection } from "./mail";
import { CHOICES_PLACEHOLDER, type DigestMailParts, fillIn, SCHEDULE_PLACEHOLDER, TOKEN_PLACEHOLDER } from "./payload";
import { findNewestEditionBefore } from "./queries";
import { commonContent } from "./select";

/** No subscriber's: the links of a test lead to pages that say so, and change nothing. */
const NOBODYS = {
	[TOKEN_PLACEHOLDER]: "test",
	[CHOICES_PLACEHOLDER]: "test",
	[SCHEDULE_PLACEHOLDER]: "No day: this is a test",
};

/** The newest digest's common mail, marked as a test; undefined while there is no edition. Changes nothing. */
export async function makeTestMail(now: Date): Promise<{ edition: UtcDate; mail: DigestMailParts } | undefined> {
	const newest = await findNewestEditionBefore(utcDateOf(now));
	if (!newest) return undefined;
	const digest = await foreseeDigest("daily", newest);
	const { subject, html, text } = await renderSelection(digest, { id: undefined, content: commonContent(digest) });
	const mail = { subject: `Test: ${subject}`, html: fillIn(html, NOBODYS), text: fillIn(text, NOBODYS) };
	return { edition: newest.date, mail };
}
