import "server-only";
import { z } from "zod";
import type { Db } from "../db/client";

/**
 * Lets a subscription follow its reader to another address, unless that one has subscribed or unsubscribed on its own. What the
 * mail provider ended stays: that is about the address, not its reader.
 */
export async function moveSubscription(tx: Db, from: string, to: string): Promise<void> {
	if ((await tx.subscriber.count({ where: { email: to } })) > 0) return;
	await tx.subscriber.updateMany({ where: { email: from, suppressedFor: null }, data: { email: to } });
}

const batchRows = z.array(z.object({ id: z.string() }));

/**
 * Deletes a subscription with its deliveries, and those batches with its address that were never tried and are in nobody's
 * hands: the next run makes them anew, without it. A batch that is just being sent keeps its bytes until it is settled.
 */
export async function forgetSubscriber(tx: Db, email: string): Promise<void> {
	const untried = await tx.$queryRaw`
		SELECT b.id FROM delivery_batches b
		JOIN deliveries d ON d.batch_id = b.id JOIN subscribers s ON s.id = d.subscriber_id
		WHERE s.email = ${email} AND b.state = 'open' AND b.first_tried_at IS NULL AND b.leased_until IS NULL
		FOR UPDATE OF b`;
	const ids = batchRows.parse(untried).map(({ id }) => id);
	await tx.delivery.updateMany({ where: { batchId: { in: ids } }, data: { batchId: null, batchIndex: null } });
	await tx.deliveryBatch.deleteMany({ where: { id: { in: ids } } });
	await tx.subscriber.deleteMany({ where: { email } });
}
