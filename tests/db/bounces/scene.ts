import { type Db, db } from "@/lib/db/client";

export const CONFIRMED_AT = new Date("2026-06-01T12:00:00Z");

/** Some hours after the subscription was confirmed, or before. */
export const hoursOn = (hours: number) => new Date(CONFIRMED_AT.getTime() + hours * 3_600_000);

/** A delivery to `reader1@example.org`, who subscribes. Gives its id. */
export async function addDelivery({ isSubmitted = true } = {}): Promise<string> {
	const date = new Date("2026-06-08");
	await db().edition.create({ data: { date } });
	const { id: digestId } = await db().digest.create({ data: { kind: "daily", date, papers: [] } });
	const { id: subscriberId } = await db().subscriber.create({
		data: { email: "reader1@example.org", state: "confirmed", confirmedAt: CONFIRMED_AT },
	});
	const { id } = await db().delivery.create({ data: { digestId, subscriberId, kind: "daily", date } });
	if (isSubmitted) await submit(id);
	return id;
}

/** Writes down that a delivery was submitted, as `provider-1`. */
export async function submit(id: string, tx: Db = db()): Promise<void> {
	const data = { state: "submitted" as const, providerId: "provider-1", settledAt: hoursOn(0) };
	await tx.delivery.update({ where: { id }, data });
}

export const findSubscriber = () => db().subscriber.findFirstOrThrow();

export async function clear(): Promise<void> {
	await db().$executeRaw`
		TRUNCATE mail_events, deliveries, digests, subscribers, editions, cooldowns CASCADE`;
	await db().user.deleteMany();
}
