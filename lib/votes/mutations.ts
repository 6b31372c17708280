import "server-only";
import { db } from "../db/client";
import type { PaperId } from "../papers/ids";
import { done, type Result, refused } from "../result";
import { findVoteState } from "./queries";
import type { VoteState } from "./types";

/**
 * Casts a user's upvote or takes it back. Doing again what is done changes nothing; a trigger keeps the paper's counter.
 *
 * @param userId of the signed-in user who asks: the caller has it from `currentUser`
 * @returns how the paper stands after it
 */
export async function setVote(
	userId: string,
	paperId: PaperId,
	upvoted: boolean,
): Promise<Result<VoteState, "unknown-paper">> {
	await (upvoted ? castVote(userId, paperId) : takeVoteBack(userId, paperId));
	return readState(userId, paperId);
}

/** Turns a user's upvote over, for forms that can't know it. Two at once, as from a double click, cast it once. */
export async function toggleVote(userId: string, paperId: PaperId): Promise<Result<VoteState, "unknown-paper">> {
	const taken = await takeVoteBack(userId, paperId);
	if (taken === 0) await castVote(userId, paperId);
	return readState(userId, paperId);
}

/** Selects the paper, so that an unknown one gives no row instead of an error. */
async function castVote(userId: string, paperId: PaperId): Promise<void> {
	await db().$executeRaw`
		INSERT INTO votes (user_id, paper_id) SELECT ${userId}, id FROM papers WHERE id = ${paperId} AND hidden_at IS NULL
		ON CONFLICT DO NOTHING`;
}

async function takeVoteBack(userId: string, paperId: PaperId): Promise<number> {
	return db().$executeRaw`DELETE FROM votes WHERE user_id = ${userId} AND paper_id = ${paperId}`;
}

async function readState(userId: string, paperId: PaperId): Promise<Result<VoteState, "unknown-paper">> {
	const state = await findVoteState(userId, paperId);
	return state ? done(state) : refused("unknown-paper");
}
