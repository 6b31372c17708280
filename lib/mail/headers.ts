import { mailAddress } from "../mail-address";
import type { Message } from "./types";

/** RFC 5322 allows 998 octets a line; mail programs show far less than this. */
const SUBJECT_MAX = 200;

/** What ends or bends a header line: control characters, line and paragraph separators, and marks that turn the direction of text. */
const UNSAFE = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * Makes a subject, or a part of one, of any text: one line without control characters.
 *
 * @param max in characters; what is longer ends with an ellipsis
 */
export function toSubject(text: string, max = SUBJECT_MAX): string {
	const line = text.toWellFormed().replace(UNSAFE, " ").replace(/\s+/g, " ").trim();
	const characters = [...line];
	return characters.length <= max
		? line
		: `${characters
				.slice(0, max - 1)
				.join("")
				.trimEnd()}…`;
}

/**
 * Looks for what could smuggle a header or a second recipient into a mail.
 *
 * @returns what is wrong, without quoting it; undefined if the message may go out
 */
export function findFault(message: Message): string | undefined {
	if (!mailAddress.safeParse(message.to).success) return "the recipient is not an address";
	if (message.subject !== toSubject(message.subject) || message.subject === "")
		return "the subject is not a clean line";
	for (const [name, value] of Object.entries(message.headers ?? {})) {
		if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(name)) return "a header has a malformed name";
		if (!/^[\x20-\x7e]*$/.test(value)) return "a header has a malformed value";
	}
	return undefined;
}
