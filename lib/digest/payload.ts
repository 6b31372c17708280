import { z } from "zod";
import type { Message } from "../mail/types";

/** Stand for what is a recipient's own in a mail that is the same for many. None is a part of another. */
export const TOKEN_PLACEHOLDER = "token-of-the-recipient";
export const CHOICES_PLACEHOLDER = "choices-token-of-this-reader";
export const SCHEDULE_PLACEHOLDER = "the-times-at-which-mail-comes";

const mail = z.object({ subject: z.string(), html: z.string(), text: z.string() });

/** A mail without its recipient. */
export type DigestMailParts = z.infer<typeof mail>;

const recipient = z.object({
	email: z.string(),
	/** Which of the mails. */
	mail: z.number(),
	/** What stands where, by placeholder. Safe in HTML as it is. */
	own: z.record(z.string(), z.string()),
});

const payload = z.object({
	from: z.string(),
	mails: z.array(mail).min(1),
	/** The address of RFC 8058's POST, with the placeholder. */
	oneClickUrl: z.string(),
	/** `mailto:`, with the placeholder. */
	leavingUrl: z.string().optional(),
	recipients: z.array(recipient).min(1),
});

export type BatchPayload = z.infer<typeof payload>;

/** As batches were frozen while all recipients got the same mail: one may be open across the update. */
const formerPayload = mail
	.extend({
		from: z.string(),
		oneClickUrl: z.string(),
		recipients: z.array(z.object({ email: z.string(), token: z.string() })).min(1),
	})
	.transform(
		({ from, oneClickUrl, recipients, ...only }): BatchPayload => ({
			from,
			mails: [only],
			oneClickUrl,
			recipients: recipients.map(({ email, token }) => ({ email, mail: 0, own: { [TOKEN_PLACEHOLDER]: token } })),
		}),
	);

/**
 * A batch as it is frozen: each mail once, and what differs between its recipients. Which bytes go out must follow from this
 * alone, also after a restart with other settings or newer templates: a retry under the same key has to be the same request.
 */
export const batchPayload = z.union([payload, formerPayload]);

/** A batch of some of a batch's recipients, with no more than their mails. */
export function onlyTo(recipients: BatchPayload["recipients"], { mails, ...others }: BatchPayload): BatchPayload {
	const used = [...new Set(recipients.map((one) => one.mail))];
	return {
		...others,
		mails: used.flatMap((index) => mails[index] ?? []),
		recipients: recipients.map((one) => ({ ...one, mail: used.indexOf(one.mail) })),
	};
}

/** The mails of a batch, in its order. Changing what this makes of a payload breaks retries across the update. */
export function toMessages({ from, mails, oneClickUrl, leavingUrl, recipients }: BatchPayload): Message[] {
	const waysOut = leavingUrl === undefined ? [oneClickUrl] : [oneClickUrl, leavingUrl];
	const placeholders = Object.keys(recipients[0]?.own ?? {});
	const cutMails = mails.map(({ subject, html, text }) => ({
		subject,
		fillHtml: cutAt(placeholders, html),
		fillText: cutAt(placeholders, text),
	}));
	return recipients.map(({ email, mail: index, own }) => {
		const parts = cutMails[index];
		if (!parts) throw new RangeError("a batch lacks the mail of one of its recipients");
		return {
			from,
			to: email,
			subject: parts.subject,
			html: parts.fillHtml(own),
			text: parts.fillText(own),
			headers: {
				"List-Unsubscribe": waysOut.map((url) => `<${fillIn(url, own)}>`).join(", "),
				"List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
			},
		};
	});
}

/** Puts what is a recipient's own where its placeholders stand. */
export function fillIn(text: string, own: Record<string, string>): string {
	return cutAt(Object.keys(own), text)(own);
}

/** Cuts a text at its placeholders, once for all its recipients, and gives what fills it in for each. */
function cutAt(placeholders: string[], text: string): (own: Record<string, string>) => string {
	// Placeholders are words and hyphens. Caught by the group, they are every second piece.
	const pieces = text.split(new RegExp(`(${placeholders.join("|")})`));
	return (own) => pieces.map((piece, index) => (index % 2 === 0 ? piece : (own[piece] ?? piece))).join("");
}
