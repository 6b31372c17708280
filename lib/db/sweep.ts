import "server-only";
import { db } from "./client";

/** Deletes what is over: cooldowns, and sign-ins and changes of address that nobody finished. Gives how many rows went. */
export async function sweepExpired(now: Date): Promise<number> {
	const cooldowns = await db().cooldown.deleteMany({ where: { expiresAt: { lte: now } } });
	const verifications = await db().verification.deleteMany({ where: { expiresAt: { lte: now } } });
	const changes = await db().emailChange.deleteMany({ where: { expiresAt: { lte: now } } });
	return cooldowns.count + verifications.count + changes.count;
}
