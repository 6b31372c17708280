import "server-only";
import { db } from "../db/client";
import type { PaperId } from "../papers/ids";
import type { SeenMode } from "./types";

/**
 * Keeps that somebody has seen papers; does nothing while they have it off. Who turns it off meanwhile waits for this, or has this
 * wait for them, so that nothing is kept after it.
 */
export async function markSeen(userId: string, paperIds: PaperId[]): Promise<void> {
	await db().$executeRaw`
		WITH viewer AS (SELECT id FROM users WHERE id = ${userId} AND seen_mode <> 'off' FOR SHARE)
		INSERT INTO seen_papers (user_id, paper_id)
		SELECT viewer.id, papers.id FROM viewer, papers WHERE papers.id = ANY(${paperIds}) AND hidden_at IS NULL
		ON CONFLICT DO NOTHING`;
}

/** @param forget whether what was kept so far is deleted as well */
export async function chooseSeenMode(userId: string, mode: SeenMode, forget: boolean): Promise<void> {
	await db().$transaction(async (tx) => {
		await tx.user.update({ where: { id: userId }, data: { seenMode: mode }, select: { id: true } });
		if (forget) await tx.seenPaper.deleteMany({ where: { userId } });
	});
}

/** Deletes all that is kept of what somebody has seen. */
export async function forgetSeen(userId: string): Promise<number> {
	return (await db().seenPaper.deleteMany({ where: { userId } })).count;
}
