import "server-only";
import { type Db, db } from "../db/client";

/**
 * Does work on what one person owns while no other such work of theirs runs: what they do at once happens one after the other,
 * so that limits hold.
 */
export function inTurn<Value>(userId: string, work: (tx: Db) => Promise<Value>): Promise<Value> {
	return db().$transaction(async (tx) => {
		await tx.$queryRaw`SELECT FROM users WHERE id = ${userId} FOR NO KEY UPDATE`;
		return work(tx);
	});
}
