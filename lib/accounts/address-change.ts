import "server-only";
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { db } from "../db/client";
import { giveBack, type Rate, take } from "../db/cooldowns";
import { done, type Result, refused } from "../result";
import { moveSubscription } from "../subscribers/address";
import { keyedHash } from "../tokens";
import { CHANGE_HOURS, sendAddressMails } from "./address-mails";
import { returnMailTurn, takeMailTurn } from "./cooldowns";
import type { AddressRefusal } from "./types";

const CHANGES: Rate = { times: 3, seconds: 60 * 60 };

/**
 * Begins a change of somebody's address: mails the old one and the new one, each of which has to confirm within 24 hours.
 * Another change that was under way is over. What it does and gives back is the same whether or not the new address has an
 * account already: only the mail that goes there says so.
 *
 * @param userId of the signed-in user who asks
 * @param newEmail as `emailAddress` reads it
 */
export async function requestAddressChange(
	userId: string,
	newEmail: string,
	now: Date,
): Promise<Result<undefined, AddressRefusal>> {
	const { email } = await db().user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
	if (email === newEmail) return refused("same-address");
	const changes = `address-changes:${keyedHash(userId)}`;
	if (!(await take(changes, CHANGES))) return refused("too-many");
	const turn = await takeMailTurn(newEmail);
	if (turn !== "granted") {
		await giveBack(changes, CHANGES);
		return refused(turn);
	}
	const tokens = { old: newToken(), new: newToken() };
	const change = {
		newEmail,
		oldTokenHash: keyedHash(tokens.old),
		newTokenHash: keyedHash(tokens.new),
		oldConfirmedAt: null,
		newConfirmedAt: null,
		expiresAt: new Date(now.getTime() + CHANGE_HOURS * 60 * 60_000),
	};
	await db().emailChange.upsert({ where: { userId }, create: { userId, ...change }, update: change });
	const isTaken = (await db().user.count({ where: { email: newEmail } })) > 0;
	if (await sendAddressMails({ email, newEmail, tokens, isTaken })) return done(undefined);
	await db().emailChange.deleteMany({ where: { userId, newTokenHash: change.newTokenHash } });
	await giveBack(changes, CHANGES);
	await returnMailTurn(newEmail);
	return refused("not-sent");
}

/** Gives a change up; its links are over. */
export async function cancelAddressChange(userId: string): Promise<void> {
	await db().emailChange.deleteMany({ where: { userId } });
}

const changeRows = z.array(
	z.object({ userId: z.string(), email: z.string(), newEmail: z.string(), side: z.enum(["old", "new"]) }),
);

/**
 * Confirms a change for one of the two addresses, and does it once both have. All sessions end then but the one that asks.
 * A subscription of the old address moves along, unless the new one has subscribed or unsubscribed on its own.
 *
 * @param sessionId of who presses the button, if anybody is signed in there
 * @returns whether it is done or waits for the other address; refused if the link is over, or as `taken` if the new
 *   address has an account by now
 */
export async function confirmAddressChange(
	token: string,
	sessionId: string | undefined,
	now: Date,
): Promise<Result<"done" | "waiting", "link-is-over" | "taken">> {
	const hash = keyedHash(token);
	return db().$transaction(async (tx) => {
		// The person first, whom both links lock: of two pressed at once, the second sees what the first has confirmed.
		await tx.$queryRaw`
			SELECT u.id FROM users u JOIN email_changes c ON c.user_id = u.id
			WHERE ${hash} IN (c.old_token_hash, c.new_token_hash) FOR NO KEY UPDATE OF u`;
		const [change] = changeRows.parse(
			await tx.$queryRaw`
				SELECT user_id AS "userId", email, new_email AS "newEmail",
					CASE WHEN old_token_hash = ${hash} THEN 'old' ELSE 'new' END AS side
				FROM email_changes JOIN users ON id = user_id
				WHERE ${hash} IN (old_token_hash, new_token_hash) AND expires_at > ${now}`,
		);
		if (change === undefined) return refused("link-is-over");
		const confirmed = await tx.emailChange.update({
			where: { userId: change.userId },
			data: change.side === "old" ? { oldConfirmedAt: now } : { newConfirmedAt: now },
		});
		if (confirmed.oldConfirmedAt === null || confirmed.newConfirmedAt === null) return done("waiting");
		await tx.emailChange.delete({ where: { userId: change.userId } });
		if ((await tx.user.count({ where: { email: change.newEmail } })) > 0) return refused("taken");
		const { userId, email, newEmail } = change;
		await tx.user.update({ where: { id: userId }, data: { email: newEmail, emailVerified: true } });
		await moveSubscription(tx, email, newEmail);
		await tx.session.deleteMany({ where: { userId, NOT: { id: sessionId ?? "" } } });
		return done("done");
	});
}

function newToken(): string {
	return randomBytes(32).toString("base64url");
}
