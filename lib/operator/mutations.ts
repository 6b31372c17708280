import "server-only";
import { z } from "zod";
import { type Db, db } from "../db/client";
import { done, type Result, refused } from "../result";
import { lockActor, recordAct } from "../submissions/acts";
import type { OperateRefusal } from "./types";

/** Has the mail stop: no run begins another batch. Stopping again changes nothing and writes nothing down. */
export function stopDigests(curatorId: string, now: Date): Promise<Result<undefined, OperateRefusal>> {
	return asCurator(curatorId, async (tx) => {
		const { count } = await tx.digestStop.createMany({ data: { stoppedAt: now }, skipDuplicates: true });
		if (count > 0) await recordAct(tx, { act: "stop_digests", actorId: curatorId, at: now, detail: {} });
		return done(undefined);
	});
}

/** Lets the mail go on, with the next run. */
export function resumeDigests(curatorId: string, now: Date): Promise<Result<undefined, OperateRefusal>> {
	return asCurator(curatorId, async (tx) => {
		const { count } = await tx.digestStop.deleteMany();
		if (count > 0) await recordAct(tx, { act: "resume_digests", actorId: curatorId, at: now, detail: {} });
		return done(undefined);
	});
}

const deliveryRows = z.array(
	z.object({ was: z.enum(["planned", "submitted", "rejected", "skipped", "unknown"]), subscribes: z.boolean() }),
);

/**
 * Has a mail sent again that was rejected or skipped, or of which nobody knows whether it arrived: its delivery waits once more,
 * and goes out in a new batch, under another key. It holds what it held; where nothing was put together yet, what the
 * subscriber's choices give now, which may be nothing.
 */
export function resendDelivery(
	curatorId: string,
	deliveryId: string,
	now: Date,
): Promise<Result<undefined, OperateRefusal>> {
	return asCurator(curatorId, async (tx) => {
		const rows = await tx.$queryRaw`
			SELECT d.state::text AS was, s.state = 'confirmed' AS subscribes
			FROM deliveries d JOIN subscribers s ON s.id = d.subscriber_id WHERE d.id = ${deliveryId}::uuid FOR UPDATE OF d`;
		const [delivery] = deliveryRows.parse(rows);
		if (delivery === undefined) return refused("unknown-delivery");
		const { was, subscribes } = delivery;
		if (was === "planned" || was === "submitted") return refused("not-to-resend");
		if (!subscribes) return refused("not-subscribed");
		await tx.delivery.update({
			where: { id: deliveryId },
			data: {
				state: "planned",
				plannedAt: now,
				resentAt: now,
				settledAt: null,
				reason: null,
				batchId: null,
				batchIndex: null,
			},
		});
		const detail = { delivery: deliveryId, was };
		await recordAct(tx, { act: "resend_delivery", actorId: curatorId, at: now, detail });
		return done(undefined);
	});
}

/** Ends somebody's subscription, or the wish for one, as their own press would. */
export function endSubscription(
	curatorId: string,
	subscriberId: string,
	now: Date,
): Promise<Result<undefined, OperateRefusal>> {
	return asCurator(curatorId, async (tx) => {
		const { count } = await tx.subscriber.updateMany({
			where: { id: subscriberId, state: { not: "unsubscribed" } },
			data: { state: "unsubscribed", unsubscribedAt: now },
		});
		if (count === 0) return refused("not-subscribed");
		const detail = { subscriber: subscriberId };
		await recordAct(tx, { act: "end_subscription", actorId: curatorId, at: now, detail });
		return done(undefined);
	});
}

function asCurator<Value>(
	userId: string,
	work: (tx: Db) => Promise<Result<Value, OperateRefusal>>,
): Promise<Result<Value, OperateRefusal>> {
	return db().$transaction(async (tx) =>
		(await lockActor(tx, userId)) === "curator" ? work(tx) : refused("not-a-curator"),
	);
}
