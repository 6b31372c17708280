import "server-only";
import type { Db } from "../db/client";
import type { HoldDecision } from "./types";

/**
 * Decides a burst in a transaction that has locked its paper: its votes count as if they had never been held, or for nothing.
 *
 * @param holdId a UUID
 * @returns how many votes were decided; undefined if the burst had been decided before, and then nothing is changed
 */
export async function settleHold(
	tx: Db,
	holdId: string,
	decision: HoldDecision,
	now: Date,
): Promise<number | undefined> {
	const open = { id: holdId, decision: null };
	const settled = await tx.voteHold.updateMany({ where: open, data: { decision, decidedAt: now } });
	if (settled.count === 0) return undefined;
	return decision === "voided" ? voidVotes(tx, holdId) : acceptVotes(tx, holdId, now);
}

function voidVotes(tx: Db, holdId: string): Promise<number> {
	return tx.$executeRaw`UPDATE votes SET standing = 'void' WHERE hold_id = ${holdId}::uuid AND standing = 'held'`;
}

/** A vote whose account is too young goes on waiting for that. Of an account that is gone nobody can tell: the curator's word stands. */
function acceptVotes(tx: Db, holdId: string, now: Date): Promise<number> {
	return tx.$executeRaw`
		UPDATE votes v
		SET standing = CASE
			WHEN EXISTS (SELECT FROM users u WHERE u.id = v.user_id AND NOT is_aged(u, ${now}::timestamptz)) THEN 'young'
			ELSE 'counted'
		END::vote_standing
		WHERE hold_id = ${holdId}::uuid AND standing = 'held'`;
}
