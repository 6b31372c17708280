import "server-only";
import { z } from "zod";
import { type Db, db } from "../db/client";
import { batchMax, keyHours } from "../mail/mailer";
import { LATE_HOURS } from "../subscribers/schedule";
import { type HeldBatch, insertBatch } from "./batches";
import { onlyTo } from "./payload";

/** Whether this process was the one that ended the batch: two may have held it when a lease lapsed in the middle of a try. */
async function closeBatch(tx: Db, batchId: string): Promise<boolean> {
	const closed = await tx.$executeRaw`
		UPDATE delivery_batches SET state = 'settled', payload = NULL, leased_until = NULL
		WHERE id = ${batchId}::uuid AND state = 'open'`;
	return closed === 1;
}

/** The provider has the batch: writes down each delivery's id there. Gives the number of deliveries. */
export async function settleSubmitted(batch: HeldBatch, providerIds: string[]): Promise<number> {
	return db().$transaction(async (tx) => {
		if (!(await closeBatch(tx, batch.id))) return 0;
		return tx.$executeRaw`
			UPDATE deliveries SET state = 'submitted', provider_id = answer.id, settled_at = now()
			FROM unnest(${providerIds}::text[]) WITH ORDINALITY AS answer (id, place)
			WHERE batch_id = ${batch.id}::uuid AND batch_index = answer.place - 1`;
	});
}

/**
 * The provider refuses the batch as a whole, of which one mail may be the cause: halves it, until the bad one is alone.
 *
 * @returns how many deliveries were rejected: one if it was alone, none if the batch was halved
 */
export async function settleRejected(batch: HeldBatch, reason: string): Promise<number> {
	const { recipients } = batch.payload;
	return db().$transaction(async (tx) => {
		if (!(await closeBatch(tx, batch.id))) return 0;
		if (recipients.length === 1) {
			return tx.$executeRaw`
				UPDATE deliveries SET state = 'rejected', reason = ${reason}, settled_at = now() WHERE batch_id = ${batch.id}::uuid`;
		}
		// A delivery is gone whose subscriber deleted the account meanwhile: the halves go without it.
		const deliveries = await tx.delivery.findMany({
			where: { batchId: batch.id },
			select: { id: true, batchIndex: true },
			orderBy: { batchIndex: "asc" },
		});
		const members = deliveries.flatMap(({ id, batchIndex }) => {
			const recipient = recipients[batchIndex ?? -1];
			return recipient ? [{ id, recipient }] : [];
		});
		const middle = Math.ceil(members.length / 2);
		for (const half of [members.slice(0, middle), members.slice(middle)]) {
			if (half.length === 0) continue;
			const payload = onlyTo(
				half.map(({ recipient }) => recipient),
				batch.payload,
			);
			const ids = half.map(({ id }) => id);
			await insertBatch(tx, batch.digestId, payload, ids, false);
		}
		return 0;
	});
}

/**
 * Ends a hold without an end of the batch. One that certainly was not accepted is dissolved, so that the next run freezes
 * it anew with the settings and subscribers of then; one that may have been keeps its bytes.
 */
export async function releaseBatch(batch: HeldBatch, reason: string, mayBeAccepted: boolean): Promise<void> {
	await db().$transaction(async (tx) => {
		await tx.$executeRaw`UPDATE deliveries SET reason = ${reason} WHERE batch_id = ${batch.id}::uuid AND state = 'planned'`;
		if (mayBeAccepted) {
			await tx.$executeRaw`UPDATE delivery_batches SET leased_until = NULL WHERE id = ${batch.id}::uuid AND state = 'open'`;
			return;
		}
		await tx.$executeRaw`
			UPDATE deliveries SET batch_id = NULL, batch_index = NULL WHERE batch_id = ${batch.id}::uuid AND state = 'planned'`;
		await tx.$executeRaw`DELETE FROM delivery_batches WHERE id = ${batch.id}::uuid AND state = 'open'`;
	});
}

/** Keeps a batch from the rest of this run: it certainly was not accepted, for a reason that is its alone and will pass. */
export async function setAside(batch: HeldBatch, reason: string): Promise<void> {
	await db().$transaction(async (tx) => {
		await tx.$executeRaw`UPDATE deliveries SET reason = ${reason} WHERE batch_id = ${batch.id}::uuid AND state = 'planned'`;
		await tx.$executeRaw`
			UPDATE delivery_batches SET first_tried_at = NULL, leased_until = NULL
			WHERE id = ${batch.id}::uuid AND state = 'open'`;
	});
}

/**
 * Dissolves what earlier runs set aside, so that it is frozen anew, for who still subscribes; and what was never tried and is too
 * large for how mail goes now.
 */
export async function takeBackSetAside(): Promise<void> {
	await db().$executeRaw`
		WITH aside AS (
			SELECT id FROM delivery_batches
			WHERE state = 'open' AND first_tried_at IS NULL AND (leased_until IS NULL OR leased_until <= clock_timestamp())
				AND (attempts > 0 OR jsonb_array_length(payload->'recipients') > ${batchMax()}::int)
			FOR UPDATE SKIP LOCKED
		), freed AS (
			UPDATE deliveries SET batch_id = NULL, batch_index = NULL FROM aside WHERE batch_id = aside.id
		)
		DELETE FROM delivery_batches WHERE id IN (SELECT id FROM aside)`;
}

const givenUpRows = z.array(z.object({ deliveries: z.number() })).length(1);

/** Gives up batches that may have been accepted and whose key the provider may have forgotten: a retry could send twice. */
export async function giveUpUnknown(): Promise<number> {
	const rows = await db().$queryRaw`
		WITH over AS (
			UPDATE delivery_batches SET state = 'settled', payload = NULL, leased_until = NULL
			WHERE state = 'open' AND first_tried_at <= clock_timestamp() - make_interval(hours => ${keyHours()}::int)
				AND (leased_until IS NULL OR leased_until <= clock_timestamp())
			RETURNING id
		), lost AS (
			UPDATE deliveries SET state = 'unknown', settled_at = now(), reason = COALESCE(reason, 'no answer came')
			FROM over WHERE batch_id = over.id AND deliveries.state = 'planned' RETURNING 1
		)
		SELECT count(*)::int AS deliveries FROM lost`;
	return givenUpRows.parse(rows)[0]?.deliveries ?? 0;
}

/**
 * Skips what has waited for too long without going into a batch, or until its subscriber's next mail was planned: that one
 * aside which a curator sends again.
 */
export async function skipTooLate(now: Date): Promise<number> {
	return db().$executeRaw`
		UPDATE deliveries d SET state = 'skipped', settled_at = now(), reason = 'too late: ' || COALESCE(reason, 'not submitted in time')
		WHERE state = 'planned' AND batch_id IS NULL AND (
			planned_at < ${now}::timestamptz - make_interval(hours => ${LATE_HOURS}::int)
			OR (resent_at IS NULL
				AND EXISTS (SELECT FROM deliveries later WHERE later.subscriber_id = d.subscriber_id AND later.date > d.date))
		)`;
}
