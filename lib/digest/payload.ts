import { z } from "zod";
import type { Message } from "../mail/types";

/** Stands for the recipient's own token in a mail that is the same for all but for that. */
export const TOKEN_PLACEHOLDER = "token-of-the-recipient";

/**
 * A batch as it is frozen: the mail once, and what differs between its recipients. Which bytes go out must follow from this
 * alone, also after a restart with other settings or newer templates: a retry under the same key has to be the same request.
 */
export const batchPayload = z.object({
	from: z.string(),
	subject: z.string(),
	html: z.string(),
	text: z.string(),
	/** The address of RFC 8058's POST, with the placeholder. */
	oneClickUrl: z.string(),
	recipients: z.array(z.object({ email: z.string(), token: z.string() })).min(1),
});

export type BatchPayload = z.infer<typeof batchPayload>;

/** The mails of a batch, in its order. Changing what this makes of a payload breaks retries across the update. */
export function toMessages({ from, subject, html, text, oneClickUrl, recipients }: BatchPayload): Message[] {
	return recipients.map(({ email, token }) => ({
		from,
		to: email,
		subject,
		html: html.replaceAll(TOKEN_PLACEHOLDER, token),
		text: text.replaceAll(TOKEN_PLACEHOLDER, token),
		headers: {
			"List-Unsubscribe": `<${oneClickUrl.replaceAll(TOKEN_PLACEHOLDER, token)}>`,
			"List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
		},
	}));
}
