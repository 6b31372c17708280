import "server-only";
import { type Db, db } from "../db/client";
import { done, type Result, refused } from "../result";
import { forgetSubscriber } from "../subscribers/address";
import { restHandle } from "./profile";
import { isRecent } from "./recent";
import type { CurrentSession, DeletionRefusal } from "./types";

/**
 * Deletes an account and all that is its owner's, in one transaction. What others see lives on without a name: votes stay
 * counted, papers stay listed, acts stay written down, and comments lose their text (foreign keys and triggers see to it).
 * A subscription of the address goes as well. One thing remains: a digest that is just being sent keeps its bytes until it is
 * settled, 23 hours at most (`keyHours` of lib/mail), as a retry has to be the same request.
 *
 * @param typed the handle or the address, to be sure
 */
export async function deleteAccount(
	session: CurrentSession,
	typed: string,
	now: Date,
): Promise<Result<undefined, DeletionRefusal>> {
	if (!isRecent(session, now)) return refused("not-recent");
	return db().$transaction(async (tx) => {
		await tx.$queryRaw`SELECT id FROM users WHERE id = ${session.userId} FOR UPDATE`;
		const user = await tx.user.findUnique({ where: { id: session.userId }, select: { handle: true, email: true } });
		if (!user) return refused("no-account");
		const named = typed.normalize("NFKC").trim().toLowerCase();
		if (named !== user.email && named.replace(/^@/, "") !== user.handle) return refused("other-name");
		await forgetSubscriber(tx, user.email);
		await forgetPending(tx, session.userId, user.email);
		await restHandle(tx, session.userId);
		await tx.user.delete({ where: { id: session.userId } });
		return done(undefined);
	});
}

/** Deletes sign-ins that nobody finished, and others' wish to move to this address. */
async function forgetPending(tx: Db, userId: string, email: string): Promise<void> {
	await tx.$executeRaw`
		DELETE FROM verifications
		WHERE position(to_json(${email}::text)::text IN value) > 0 OR position(${userId} IN value || identifier) > 0`;
	await tx.emailChange.deleteMany({ where: { newEmail: email } });
}
