import "server-only";
import { z } from "zod";
import { type Db, db } from "../db/client";
import { leavingUrl, linkTo } from "../mail/links";
import { batchMax, keyHours } from "../mail/mailer";
import { senderAddress } from "../mail/sender";
import type { DigestChoices } from "../subscribers/choices";
import { toChoices } from "../subscribers/queries";
import { describeSchedule } from "../subscribers/schedule";
import { signChoicesToken, signUnsubscribeToken } from "../subscribers/tokens";
import {
	type BatchPayload,
	batchPayload,
	CHOICES_PLACEHOLDER,
	type DigestMailParts,
	onlyTo,
	SCHEDULE_PLACEHOLDER,
	TOKEN_PLACEHOLDER,
} from "./payload";

/** Longer than one try takes, so that nobody else tries at the same time; short, as a process that died holds it too. */
const LEASE_SECONDS = 45;

/** A batch that this process holds the lease of. */
export type HeldBatch = {
	id: string;
	digestId: string;
	payload: BatchPayload;
	/** An earlier try may have been accepted: nothing but the same bytes under the same key may go out. */
	mayBeAccepted: boolean;
};

const heldRows = z.array(
	z.object({ id: z.string(), digestId: z.string(), payload: batchPayload, mayBeAccepted: z.boolean() }),
);

/**
 * Takes over a batch that was tried before without a known end, least tried first.
 *
 * @param except those that this run has tried enough
 */
export async function takeOpenBatch(except: string[]): Promise<HeldBatch | undefined> {
	const rows = await db().$queryRaw`
		UPDATE delivery_batches SET leased_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}::int)
		WHERE id = (
			SELECT id FROM delivery_batches
			WHERE state = 'open' AND id <> ALL (${except}::uuid[])
				AND (leased_until IS NULL OR leased_until <= clock_timestamp())
				AND (first_tried_at IS NULL OR first_tried_at > clock_timestamp() - make_interval(hours => ${keyHours()}::int))
			ORDER BY attempts, created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
		)
		RETURNING id, digest_id AS "digestId", payload, first_tried_at IS NOT NULL AS "mayBeAccepted"`;
	return heldRows.parse(rows)[0];
}

const memberRows = z.array(
	z.object({
		id: z.string(),
		subscriberId: z.string(),
		email: z.string(),
		subscribes: z.boolean(),
		selectionId: z.string(),
	}),
);

/**
 * Freezes the next batch of a digest: members, order and bytes. Who unsubscribed since planning is skipped here.
 *
 * @param mails by selection; deliveries of others wait
 * @param triedInVain whether it is of those that were tried in vain, or of the others
 * @returns undefined when no delivery waits for a batch; otherwise how many were skipped, and the batch unless all were
 */
export async function freezeBatch(
	digestId: string,
	mails: ReadonlyMap<string, DigestMailParts>,
	max: number,
	triedInVain: boolean,
): Promise<{ skipped: number; batch: HeldBatch | undefined } | undefined> {
	const selections = [...mails.keys()];
	return db().$transaction(async (tx) => {
		const members = memberRows.parse(
			await tx.$queryRaw`
				SELECT d.id, s.id AS "subscriberId", s.email, s.state = 'confirmed' AS subscribes, d.selection_id AS "selectionId"
				FROM deliveries d JOIN subscribers s ON s.id = d.subscriber_id
				WHERE d.digest_id = ${digestId}::uuid AND d.state = 'planned' AND d.batch_id IS NULL
					AND d.selection_id = ANY (${selections}::uuid[])
					AND (d.reason IS NOT NULL) = ${triedInVain}
				ORDER BY d.selection_id LIMIT ${Math.min(max, batchMax())} FOR UPDATE OF d SKIP LOCKED`,
		);
		if (members.length === 0) return undefined;
		const gone = members.filter((member) => !member.subscribes).map(({ id }) => id);
		await tx.$executeRaw`
			UPDATE deliveries SET state = 'skipped', reason = 'unsubscribed', settled_at = now() WHERE id = ANY (${gone}::uuid[])`;
		const staying = members.filter((member) => member.subscribes);
		if (staying.length === 0) return { skipped: gone.length, batch: undefined };
		const rows = await tx.digestChoices.findMany({
			where: { subscriberId: { in: staying.map((one) => one.subscriberId) } },
		});
		const choices = new Map(rows.map((row) => [row.subscriberId, row]));
		const recipients = await Promise.all(
			staying.map(async ({ email, subscriberId, selectionId }) => ({
				email,
				mail: selections.indexOf(selectionId),
				own: await ownParts(subscriberId, toChoices(choices.get(subscriberId) ?? null)),
			})),
		);
		const payload = onlyTo(recipients, {
			from: senderAddress(),
			mails: [...mails.values()],
			oneClickUrl: linkTo("/api/unsubscribe", TOKEN_PLACEHOLDER),
			leavingUrl: leavingUrl(TOKEN_PLACEHOLDER),
			recipients,
		});
		const ids = staying.map(({ id }) => id);
		return { skipped: gone.length, batch: await insertBatch(tx, digestId, payload, ids, true) };
	});
}

/** What stands in a subscriber's mail alone. */
export async function ownParts(subscriberId: string, choices: DigestChoices): Promise<Record<string, string>> {
	return {
		[TOKEN_PLACEHOLDER]: await signUnsubscribeToken(subscriberId),
		[CHOICES_PLACEHOLDER]: await signChoicesToken(subscriberId, new Date()),
		[SCHEDULE_PLACEHOLDER]: describeSchedule(choices),
	};
}

/**
 * Stores a batch and puts deliveries into it, in their order.
 *
 * @param held whether this process goes on to try it
 */
export async function insertBatch(
	tx: Db,
	digestId: string,
	payload: BatchPayload,
	deliveryIds: string[],
	held: boolean,
): Promise<HeldBatch> {
	const rows = await tx.$queryRaw`
		INSERT INTO delivery_batches (digest_id, payload, leased_until)
		VALUES (${digestId}::uuid, ${JSON.stringify(payload)}::jsonb,
			CASE WHEN ${held} THEN clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}::int) END)
		RETURNING id, digest_id AS "digestId", payload, false AS "mayBeAccepted"`;
	const [batch] = heldRows.parse(rows);
	if (!batch) throw new Error("a batch was not stored");
	await tx.$executeRaw`
		UPDATE deliveries SET batch_id = ${batch.id}::uuid, batch_index = member.place - 1
		FROM unnest(${deliveryIds}::uuid[]) WITH ORDINALITY AS member (id, place) WHERE deliveries.id = member.id`;
	return batch;
}

/** Writes down that a try begins, before it does: should we die in it, it may have been accepted. */
export async function noteTry(batchId: string): Promise<void> {
	await db().$executeRaw`
		UPDATE delivery_batches SET attempts = attempts + 1, first_tried_at = COALESCE(first_tried_at, clock_timestamp()),
			leased_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}::int)
		WHERE id = ${batchId}::uuid AND state = 'open'`;
}

/**
 * How many seconds until a batch that another process holds can be taken over, should that process not finish it.
 *
 * @returns zero if one can be by now; undefined where there is none to wait for
 */
export async function secondsToNextLapse(except: string[]): Promise<number | undefined> {
	const rows = await db().$queryRaw`
		SELECT min(GREATEST(0, COALESCE(EXTRACT(EPOCH FROM leased_until - clock_timestamp()), 0)))::float8 AS seconds
		FROM delivery_batches
		WHERE state = 'open' AND id <> ALL (${except}::uuid[])
			AND (first_tried_at IS NULL OR first_tried_at > clock_timestamp() - make_interval(hours => ${keyHours()}::int))`;
	const [row] = z.array(z.object({ seconds: z.number().nullable() })).parse(rows);
	return row?.seconds ?? undefined;
}
