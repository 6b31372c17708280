import "server-only";
import { db } from "../db/client";
import { done, type Result, refused } from "../result";
import { startOfDay } from "../time";
import { type DigestChoices, MORNING_HOUR } from "./choices";
import { takeTurn } from "./cooldown";
import type { RequestedMail } from "./mails";
import { readChoicesToken, readConfirmToken, readUnsubscribeToken } from "./tokens";

/**
 * Takes a wish to subscribe. It only becomes a subscription when the owner of the address confirms.
 *
 * What it does and gives back is the same whether the address is new, pending, confirmed or unsubscribed.
 *
 * @param email trimmed and in lower case
 * @param timeZone of the browser, where it says so. It sets the hour of those who are new here, and of nobody else: whoever
 *   enters an address may be a stranger
 * @returns the mail to send now with `sendRequestedMail`, or undefined as the address had one lately; refused as `sending`
 *   while it is just being mailed, as `crowded` when too many different addresses came in
 */
export async function subscribe(
	email: string,
	now: Date,
	timeZone?: string,
): Promise<Result<RequestedMail | undefined, "sending" | "crowded">> {
	const turn = await takeTurn(email);
	if (turn === "resting") return done(undefined);
	if (turn !== "taken") return refused(turn);
	// Writes a known address as well, so that it takes as long. Of rows only a new one has no older version, whose xmax is 0.
	await db().$executeRaw`
		WITH written AS (
			INSERT INTO subscribers (email) VALUES (${email}) ON CONFLICT (email) DO UPDATE SET email = EXCLUDED.email
			RETURNING id, xmax = 0 AS is_new
		)
		INSERT INTO digest_choices (subscriber_id, hour, time_zone, changed_at)
		SELECT id, ${MORNING_HOUR}, ${timeZone ?? null}::text, ${now} FROM written
		WHERE is_new AND ${timeZone ?? null}::text IS NOT NULL`;
	return done({ email, requestedAt: now });
}

/**
 * Makes a wish to subscribe a subscription. Confirming again changes nothing.
 *
 * @returns the subscriber's id; refused as `invalid` when the token is not ours or is over, as `outdated` when its owner has unsubscribed since
 *   it was made
 */
export async function confirm(token: string, now: Date): Promise<Result<string, "invalid" | "outdated">> {
	const read = await readConfirmToken(token, now);
	if (!read) return refused("invalid");
	const { count } = await db().subscriber.updateMany({
		where: {
			id: read.subscriberId,
			state: { not: "confirmed" },
			OR: [{ unsubscribedAt: null }, { unsubscribedAt: { lt: read.issuedAt } }],
		},
		data: { state: "confirmed", confirmedAt: now, suppressedFor: null },
	});
	if (count === 1) return done(read.subscriberId);
	const subscriber = await db().subscriber.findUnique({ where: { id: read.subscriberId }, select: { state: true } });
	if (!subscriber) return refused("invalid");
	return subscriber.state === "confirmed" ? done(read.subscriberId) : refused("outdated");
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

/**
 * Keeps what a subscriber has chosen. It counts from the next mail on.
 *
 * @returns refused as `link-over` when the token is not ours or is over, as `not-subscribed` when its owner has left
 */
export async function saveChoices(
	token: string,
	choices: DigestChoices,
	now: Date,
): Promise<Result<undefined, "link-over" | "not-subscribed">> {
	const id = await readChoicesToken(token, now);
	if (id === undefined) return refused("link-over");
	if ((await db().subscriber.count({ where: { id, state: "confirmed" } })) === 0) return refused("not-subscribed");
	const { pausedUntil, ...others } = choices;
	const row = { ...others, pausedUntil: pausedUntil && startOfDay(pausedUntil), changedAt: now };
	await db().$transaction([
		db().digestChoices.upsert({ where: { subscriberId: id }, create: { subscriberId: id, ...row }, update: row }),
		// What waits to be tried is put together anew.
		db().delivery.updateMany({
			where: { subscriberId: id, state: "planned", batchId: null },
			data: { selectionId: null },
		}),
	]);
	return done(undefined);
}
