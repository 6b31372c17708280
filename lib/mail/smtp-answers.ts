import { withoutAddresses } from "./reasons";
import type { SendOutcome } from "./types";

/** What the SMTP client says of a failure; `responseCode` only where the server answered. */
type SmtpError = Error & { code?: string; command?: string; response?: string; responseCode?: number };

type NotSubmitted = Exclude<SendOutcome, { kind: "submitted" }>;

/** For an operator to notice, and for a server that has a recipient wait (greylisting). */
const LATER_SECONDS = 300;

/** No safe connection, or no signing in. */
const NEEDS_OPERATOR = new Set<string | undefined>(["ETLS", "EAUTH"]);

/**
 * Reads why a mail did not go out by SMTP (RFC 5321, 4.2 and 4.5.3.2).
 *
 * @param began whether the server was already given some of the mail: without a word from it, it may have all of it
 */
export function readSmtpError(error: SmtpError, began: boolean): NotSubmitted & { needsOperator?: true } {
	const { code, command, message, response = "", responseCode } = error;
	const reason = withoutAddresses(message);
	if (responseCode === undefined) {
		// There is no key under which to ask again: to send it again may be to send it twice.
		if (began) return { kind: "unknown", reason, afterSeconds: Number.POSITIVE_INFINITY };
		return NEEDS_OPERATOR.has(code) ? forOperator(reason) : { kind: "retry", reason };
	}
	if ((command === "RCPT TO" || command === "DATA") && !isAboutUs(responseCode, response)) {
		if (responseCode >= 500) return { kind: "rejected", reason };
		return { kind: "retry", reason, afterSeconds: LATER_SECONDS, alone: true };
	}
	if (responseCode >= 500 || NEEDS_OPERATOR.has(code)) return forOperator(reason);
	return { kind: "retry", reason, afterSeconds: LATER_SECONDS };
}

/** A server that closes, that wants us to sign in, or that sends for others only or for us no more today. */
function isAboutUs(responseCode: number, response: string): boolean {
	return [421, 530, 535].includes(responseCode) || /\brelay|\bsending (limit|quota)/i.test(response);
}

function forOperator(reason: string): NotSubmitted & { needsOperator: true } {
	return { kind: "retry", reason, afterSeconds: LATER_SECONDS, needsOperator: true };
}
