import { shorten } from "../digest/shorten";
import { toSubject } from "../mail/headers";

/** Slack's mrkdwn has three characters that need it (https://docs.slack.dev/messaging/formatting-message-text). */
const SLACK: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** A text on one line that Slack shows as it is, but for `*bold*` and the like, which it has no way to write otherwise. */
export function escapeSlack(text: string): string {
	return toLine(text).replace(/[&<>]/g, (character) => SLACK[character] ?? character);
}

/** A text on one line that Discord shows as it is: neither its Markdown nor its mentions, links and emoji. */
export function escapeDiscord(text: string): string {
	return toLine(text).replace(/[\\*_~`|<>[\]()#:@-]/g, "\\$&");
}

/** A text on one line, without control characters and marks that turn the direction of what follows. */
export function toLine(text: string): string {
	return toSubject(text, Number.POSITIVE_INFINITY);
}

/**
 * Cuts a text so that it fits even once it is escaped.
 *
 * @param max in UTF-16 units, of which there are never fewer than what others count
 */
export function shortenTo(text: string, max: number, write: (text: string) => string): string {
	for (let room = max; room > 0; room--) {
		const written = write(shorten(text, room));
		if (written.length <= max) return written;
	}
	return "";
}
