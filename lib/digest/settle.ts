import "server-only";
import { z } from "zod";
import { type Db, db } from "../db/client";
import { type HeldBatch, insertBatch, KEY_HOURS } from "./batches";

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
			const payload = { ...batch.payload, recipients: half.map(({ recipient }) => recipient) };
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

const givenUpRows = z.array(z.object({ deliveries: z.number() })).length(1);

/** Gives up batches that may have been accepted and whose key the provider may have forgotten: a retry could send twice. */
export async function giveUpUnknown(): Promise<number> {
	const rows = await db().$queryRaw`
		WITH over AS (
			UPDATE delivery_batches SET state = 'settled', payload = NULL, leased_until = NULL
			WHERE state = 'open' AND first_tried_at <= clock_timestamp() - make_interval(hours => ${KEY_HOURS}::int)
			RETURNING id
		), lost AS (
			UPDATE deliveries SET state = 'unknown', settled_at = now(), reason = COALESCE(reason, 'no answer came')
			FROM over WHERE batch_id = over.id AND deliveries.state = 'planned' RETURNING 1
		)
		SELECT count(*)::int AS deliveries FROM lost`;
	return givenUpRows.parse(rows)[0]?.deliveries ?? 0;
}

/** Skips what waits of a digest that is too old to be mailed. */
export async function skipTooLate(digestId: string): Promise<number> {
	return db().$executeRaw`
		UPDATE deliveries SET state = 'skipped', settled_at = now(), reason = 'too late: ' || COALESCE(reason, 'not submitted in time')
		WHERE digest_id = ${digestId}::uuid AND state = 'planned' AND batch_id IS NULL`;
}
