import "server-only";
import { db } from "../db/client";
import { makeTestMail } from "../digest/test-mail";
import { log } from "../log";
import { sendMail } from "../mail/mailer";
import { done, type Result, refused } from "../result";
import { lockActor, recordAct } from "../submissions/acts";
import type { OperateRefusal } from "./types";

/**
 * Sends the newest digest, as everybody gets it who has chosen nothing, to the curator's own address. No delivery: the ledger is
 * for subscribers.
 */
export async function sendTestDigest(curatorId: string, now: Date): Promise<Result<undefined, OperateRefusal>> {
	const test = await makeTestMail(now);
	const allowed = await db().$transaction(async (tx) => {
		if ((await lockActor(tx, curatorId)) !== "curator") return refused("not-a-curator");
		const { email, emailVerified } = await tx.user.findUniqueOrThrow({ where: { id: curatorId } });
		if (!emailVerified) return refused("not-confirmed");
		if (test === undefined) return refused("no-digest");
		const detail = { edition: test.edition };
		await recordAct(tx, { act: "test_digest", actorId: curatorId, at: now, detail });
		return done({ to: email, ...test.mail });
	});
	if (!allowed.ok) return allowed;
	const outcome = await sendMail(allowed.value, `digest-test/${curatorId}/${now.getTime()}`);
	if (outcome.kind === "submitted") return done(undefined);
	log.warn({ outcome: outcome.kind, reason: outcome.reason }, "a test of the digest was not sent");
	return refused("not-sent");
}
