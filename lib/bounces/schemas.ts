import { z } from "zod";
import { mailAddress } from "../mail-address";
import type { ComingBack, MailEvent } from "./types";

/** As `leavingUrl` of lib/mail/links.ts has it; mail programs and people may put something before. */
const LEAVING = /\bunsubscribe\s+([\w.-]+)/i;

/** Of a mail of ours. */
const ours = {
	email_id: z.string().min(1).max(200),
	/** Each of our mails has one. What is no address, nobody subscribes with. */
	to: z
		.array(z.string().trim().toLowerCase())
		.transform((to) => to.filter((text) => mailAddress.safeParse(text).success)),
};

const event = <Type extends string, Data extends z.ZodRawShape>(type: Type, data: Data) =>
	z.object({
		type: z.literal(type),
		created_at: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
		data: z.object(data),
	});

/** What we act on of Resend's events (https://resend.com/docs/webhooks/event-types). */
const resendEvent = z.discriminatedUnion("type", [
	event("email.delivered", ours),
	/** Taken, but not sent: a quota, the sender's domain. */
	event("email.failed", ours),
	event("email.bounced", { ...ours, bounce: z.object({ type: z.string() }) }),
	/** Not even tried: an earlier mail to the address bounced, or its owner complained. */
	event("email.suppressed", ours),
	event("email.complained", ours),
	/** Somebody wrote to an address that Resend receives for. */
	event("email.received", { subject: z.string() }),
]);

const HANDLED = new Set<unknown>(resendEvent.options.map(({ shape }) => shape.type.value));

/**
 * Reads an event as Resend sends it.
 *
 * @returns undefined for what can't be read
 */
export function readResendEvent(body: string): ComingBack | undefined {
	const typed = z.looseObject({ type: z.string() }).safeParse(parseJson(body));
	if (!typed.success) return undefined;
	if (!HANDLED.has(typed.data.type)) return { kind: "other" };
	const parsed = resendEvent.safeParse(typed.data);
	if (!parsed.success) return undefined;
	if (parsed.data.type === "email.received") {
		const token = LEAVING.exec(parsed.data.data.subject)?.[1];
		return token === undefined ? { kind: "other" } : { kind: "leaving", token };
	}
	const { created_at: at, data } = parsed.data;
	const state = stateOf(parsed.data);
	return { kind: "mail-event", event: { providerId: data.email_id, state, at, addresses: data.to } };
}

type OfOurs = Exclude<z.infer<typeof resendEvent>, { type: "email.received" }>;

function stateOf(event: OfOurs): MailEvent["state"] {
	switch (event.type) {
		case "email.delivered":
			return "delivered";
		case "email.failed":
			return "soft_bounced";
		case "email.complained":
			return "complained";
		case "email.suppressed":
			return "bounced";
		case "email.bounced":
			// Beside these there are full mailboxes, mails that are too large, and automatic replies.
			return event.data.bounce.type === "Permanent" ? "bounced" : "soft_bounced";
	}
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// Like any other body that is not an event.
		return undefined;
	}
}
