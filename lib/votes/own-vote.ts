import "server-only";
import type { Db } from "../db/client";
import type { PaperId } from "../papers/ids";

/** Makes the vote that somebody had for a paper their own, in the transaction that lists it in their name and has locked it. */
export async function markOwnVote(tx: Db, userId: string, paperId: PaperId): Promise<void> {
	await tx.$executeRaw`
		UPDATE votes SET standing = 'own' WHERE user_id = ${userId} AND paper_id = ${paperId} AND standing <> 'void'`;
}
