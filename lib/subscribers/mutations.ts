import "server-only";
import { db } from "../db/client";
import { done, type Result, refused } from "../result";
import { takeTurn } from "./cooldown";
import type { RequestedMail } from "./mails";
import { readConfirmToken, readUnsubscribeToken } from "./tokens";

/**
 * Takes a wish to subscribe. It only becomes a subscription when the owner of the address confirms.
 *
 * What it does and gives back is the same whether the address is new, pending, confirmed or unsubscribed.
 *
 * @param email trimmed and in lower case
 * @returns the mail to send now with `sendRequestedMail`, or undefined as the address had one lately; refused as `sending`
 *   while it is just being mailed, as `crowded` when too many different addresses came in
 */
export async function subscribe(
	email: string,
	now: Date,
): Promise<Result<RequestedMail | undefined, "sending" | "crowded">> {
	const turn = await takeTurn(email);
	if (turn === "resting") return done(undefined);
	if (turn !== "taken") return refused(turn);
	// Writes a known address as well, so that it takes as long.
	await db().$executeRaw`
		INSERT INTO subscribers (email) VALUES (${email}) ON CONFLICT (email) DO UPDATE SET email = EXCLUDED.email`;
	return done({ email, requestedAt: now });
}

/**
 * Makes a wish to subscribe a subscription. Confirming again changes nothing.
 *
 * @returns refused as `invalid` when the token is not ours or is over, as `outdated` when its owner has unsubscribed since
 *   it was made
 */
export async function confirm(token: string, now: Date): Promise<Result<undefined, "invalid" | "outdated">> {
	const read = await readConfirmToken(token, now);
	if (!read) return refused("invalid");
	const { count } = await db().subscriber.updateMany({
		where: {
			id: read.subscriberId,
			state: { not: "confirmed" },
			OR: [{ unsubscribedAt: null }, { unsubscribedAt: { lt: read.issuedAt } }],
		},
		data: { state: "confirmed", confirmedAt: now },
	});
	if (count === 1) return done(undefined);
	const subscriber = await db().subscriber.findUnique({ where: { id: read.subscriberId }, select: { state: true } });
	if (!subscriber) return refused("invalid");
	return subscriber.state === "confirmed" ? done(undefined) : refused("outdated");
}

/**
 * Ends a subscription, or the wish for one. Unsubscribing again changes nothing.
 *
 * @returns refused as `invalid` when the token is not ours. The token of somebody whose row is gone is as good as any:
 *   no mail comes
 */
export async function unsubscribe(token: string, now: Date): Promise<Result<undefined, "invalid">> {
	const id = await readUnsubscribeToken(token, now);
	if (id === undefined) return refused("invalid");
	await db().subscriber.updateMany({
		where: { id, state: { not: "unsubscribed" } },
		data: { state: "unsubscribed", unsubscribedAt: now },
	});
	return done(undefined);
}
