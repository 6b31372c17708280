import "server-only";
import { type Db, db } from "../db/client";
import type { MailEvent } from "./types";

/** Longer than a provider repeats an event that we did not take, and than a lost answer to a mail is asked for. */
const KEPT_DAYS = 30;

/**
 * Writes down what became of a mail. After a bounce that is for good, and after a complaint, nothing more goes to the address,
 * but for what its owner asks for: signing in, or subscribing anew. In whichever order events come, they end in the same.
 *
 * @param id the provider's, of the event: one that is known changes nothing
 * @returns whether it was new
 */
export async function recordMailEvent(id: string, { providerId, state, at, addresses }: MailEvent): Promise<boolean> {
	return db().$transaction(async (tx) => {
		await tx.$executeRaw`SELECT lock_provider_id(${providerId})`;
		const added = await tx.$executeRaw`
			INSERT INTO mail_events (id, provider_id, state, at) VALUES (${id}, ${providerId}, ${state}::mail_event_state, ${at})
			ON CONFLICT (id) DO NOTHING`;
		if (added === 0) return false;
		if (state === "bounced" || state === "complained") await suppress(tx, addresses, state, at);
		await tx.$executeRaw`
			UPDATE deliveries SET event_state = ${state}::mail_event_state, event_at = ${at}
			WHERE provider_id = ${providerId} AND (event_state IS NULL OR event_state < ${state}::mail_event_state
				OR event_state = ${state}::mail_event_state AND event_at > ${at}::timestamptz)`;
		await tx.$executeRaw`
			DELETE FROM mail_events WHERE received_at < now() - make_interval(days => ${KEPT_DAYS}::int)`;
		return true;
	});
}

/**
 * Ends the subscription of an address, and its mails about replies. Who has confirmed after it happened meant to start anew.
 * The links to confirm that were sent before it are void. Locks in the order of deleting an account: person, subscriber, deliveries.
 */
async function suppress(tx: Db, addresses: string[], why: "bounced" | "complained", at: Date): Promise<void> {
	await tx.user.updateMany({ where: { email: { in: addresses } }, data: { replyMails: false } });
	await tx.$executeRaw`
		UPDATE subscribers SET state = 'unsubscribed', suppressed_for = GREATEST(suppressed_for, ${why}::suppression),
			unsubscribed_at = GREATEST(unsubscribed_at, LEAST(${at}::timestamptz, now()))
		WHERE email = ANY (${addresses}) AND (confirmed_at IS NULL OR confirmed_at < ${at}::timestamptz)`;
}
