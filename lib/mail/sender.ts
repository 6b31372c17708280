import "server-only";
import { env } from "../env";

/** Stands in where mail goes nowhere: RFC 2606 keeps `.invalid` free of hosts. */
const NO_SENDER = "Broadsheet <broadsheet@outbox.invalid>";

/** Who our mail is from: MAIL_FROM, which only the outbox can do without. */
export function senderAddress(): string {
	return env().MAIL_FROM ?? NO_SENDER;
}
