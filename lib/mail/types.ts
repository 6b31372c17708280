/** A mail as it leaves us. One recipient each: nobody sees who else gets it. */
export type Message = {
	/** `Name <address>`; MAIL_FROM if absent. Mail that may have to be sent again with the same bytes carries its own. */
	from?: string;
	to: string;
	/** One line; `toSubject` makes one of any text. */
	subject: string;
	html: string;
	text: string;
	headers?: Record<string, string>;
};

/**
 * What became of a mail, or of a batch of them: a batch is accepted or refused as a whole.
 *
 * - `submitted`: the provider has it; its ids, in the order of the messages
 * - `rejected`: refused for what it is; sending the same again would be refused again
 * - `retry`: certainly not accepted, for a reason that will pass; `alone` if it is about this mail, and others may go out
 * - `unknown`: may have been accepted. Sending the same bytes under the same key within `keyHours()` tells, and sends nothing
 *   twice
 *
 * A reason holds no address.
 */
export type SendOutcome =
	| { kind: "submitted"; ids: string[] }
	| { kind: "rejected"; reason: string }
	| { kind: "retry"; reason: string; afterSeconds?: number; alone?: true }
	| { kind: "unknown"; reason: string; afterSeconds?: number };
