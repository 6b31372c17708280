import "server-only";
import { z } from "zod";
import { type Db, db } from "../../db/client";
import { keyHours } from "../../mail/mailer";
import type { Message, SendOutcome } from "../../mail/types";

/** Longer than sending takes with all its tries; short, as a process that died holds the mail too. */
const LEASE_SECONDS = 60;

/** After so long nobody waits for word of a reply. */
const LATE_DAYS = 3;

/** The mail as it is frozen: which bytes go out must follow from this alone, also after a restart with other settings. */
const payload: z.ZodType<Message> = z.object({
	from: z.string(),
	to: z.string(),
	subject: z.string(),
	html: z.string(),
	text: z.string(),
	headers: z.record(z.string(), z.string()),
});

/** How a mail may end. */
export type Settled = "submitted" | "rejected" | "skipped" | "unknown";

/** A mail that this process holds the lease of. */
export type HeldMail = {
	/** The reply that it tells of. */
	commentId: bigint;
	/** An earlier try may have been accepted: nothing but these bytes under the same key may go out. */
	frozen: Message | null;
};

const heldRows = z.array(z.object({ commentId: z.bigint(), frozen: payload.nullable() }));

/** Plans the mail that tells somebody of a reply, if they asked for such mails; nobody is told of their own. */
export async function planReplyMail(
	tx: Db,
	{ id, by, to, now }: { id: bigint; by: string; to: string; now: Date },
): Promise<void> {
	if (by === to) return;
	await tx.$executeRaw`
		INSERT INTO reply_mails (comment_id, user_id, created_at)
		SELECT ${id}, id, ${now} FROM users WHERE id = ${to} AND reply_mails`;
}

/**
 * Takes over the mail that waits longest and was tried least.
 *
 * @param except the replies whose mails this run has tried enough
 */
export async function takeReplyMail(except: bigint[]): Promise<HeldMail | undefined> {
	const rows = await db().$queryRaw`
		UPDATE reply_mails SET leased_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}::int)
		WHERE comment_id = (
			SELECT comment_id FROM reply_mails
			WHERE state = 'planned' AND comment_id <> ALL (${except}::bigint[])
				AND (leased_until IS NULL OR leased_until <= clock_timestamp())
				AND (first_tried_at IS NULL OR first_tried_at > clock_timestamp() - make_interval(hours => ${keyHours()}::int))
			ORDER BY attempts, created_at, comment_id LIMIT 1 FOR UPDATE SKIP LOCKED
		)
		RETURNING comment_id AS "commentId", payload AS frozen`;
	return heldRows.parse(rows)[0];
}

/** Freezes a mail and writes down that a try begins, before it does: should we die in it, it may have been accepted. */
export async function noteTry(commentId: bigint, message: Message): Promise<void> {
	await db().$executeRaw`
		UPDATE reply_mails SET attempts = attempts + 1, first_tried_at = coalesce(first_tried_at, clock_timestamp()),
			payload = coalesce(payload, ${JSON.stringify(message)}::jsonb)
		WHERE comment_id = ${commentId} AND state = 'planned'`;
}

/** Ends a mail, once: two may have held it when a lease lapsed in the middle of a try. */
export async function settle(commentId: bigint, state: Settled): Promise<number> {
	return db().$executeRaw`
		UPDATE reply_mails SET state = ${state}::delivery_state, settled_at = now(), payload = NULL, leased_until = NULL
		WHERE comment_id = ${commentId} AND state = 'planned'`;
}

/** Ends a hold without an end of the mail. One that certainly was not accepted is written anew by the next run. */
export async function release({ commentId, frozen }: HeldMail, outcome: SendOutcome["kind"]): Promise<void> {
	const mayBeAccepted = frozen !== null || outcome === "unknown";
	await db().$executeRaw`
		UPDATE reply_mails SET leased_until = NULL,
			payload = CASE WHEN ${mayBeAccepted} THEN payload END,
			first_tried_at = CASE WHEN ${mayBeAccepted} THEN first_tried_at END
		WHERE comment_id = ${commentId} AND state = 'planned'`;
}

/** Gives up mails that may have been accepted and whose key the provider may have forgotten: a retry could send twice. */
export async function giveUpUnknown(): Promise<number> {
	return db().$executeRaw`
		UPDATE reply_mails SET state = 'unknown', settled_at = now(), payload = NULL, leased_until = NULL
		WHERE state = 'planned' AND first_tried_at <= clock_timestamp() - make_interval(hours => ${keyHours()}::int)
			AND (leased_until IS NULL OR leased_until <= clock_timestamp())`;
}

/** Skips mails that could not be sent for days. */
export async function skipTooLate(now: Date): Promise<number> {
	return db().$executeRaw`
		UPDATE reply_mails SET state = 'skipped', settled_at = now(), leased_until = NULL
		WHERE state = 'planned' AND first_tried_at IS NULL AND created_at <= ${now}::timestamptz - make_interval(days => ${LATE_DAYS}::int)`;
}

/** How many mails are still to be sent. */
export async function countWaiting(): Promise<number> {
	return db().replyMail.count({ where: { state: "planned" } });
}
