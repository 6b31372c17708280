/** What the provider tells of a mail that it took. */
export type MailEvent = {
	providerId: string;
	/** `bounced` is for good, `soft_bounced` may pass. */
	state: "soft_bounced" | "delivered" | "bounced" | "complained";
	/** When it happened, which may be hours before we hear of it. */
	at: Date;
	/** In lower case. */
	addresses: string[];
};

/** What came back: word of a mail of ours, a mail that asks to end a subscription, or nothing that we act on. */
export type ComingBack =
	| { kind: "mail-event"; event: MailEvent }
	| { kind: "leaving"; token: string }
	| { kind: "other" };
