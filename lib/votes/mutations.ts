import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import { retrying } from "../db/retry";
import type { PaperId } from "../papers/ids";
import { done, type Result, refused } from "../result";
import { takeVoteTurn } from "./limits";
import { networkKeys } from "./networks";
import { findVoteState } from "./queries";
import { VOTE_STANDINGS } from "./schemas";
import type { VoteLimit, VoteOrigin, VoteRefusal, VoteState } from "./types";

const setRows = z
	.array(z.object({ stands: z.enum(VOTE_STANDINGS).nullable(), local: z.number(), imported: z.number() }))
	.max(1);

/**
 * Casts a user's upvote or takes it back. Doing again what is done changes nothing, so that a deadlock or a broken connection is
 * overcome by doing it again. What the vote does (docs/ranking.md), the database decides in the same transaction: `set_vote`.
 *
 * @param userId of the signed-in user who asks: the caller has it from `currentUser`
 * @returns how the paper stands after it
 * @throws if there is no such user, or the database can't be reached
 */
export async function setVote(
	userId: string,
	paperId: PaperId,
	upvoted: boolean,
	{ address, now }: VoteOrigin = { now: new Date() },
): Promise<Result<VoteState, VoteRefusal>> {
	const networks = address === undefined ? [] : networkKeys(address, now);
	const rows = await retrying(
		() =>
			db()
				.$queryRaw`SELECT * FROM set_vote(${userId}, ${paperId}, ${upvoted}, ${networks}::text[], ${now}::timestamptz)`,
	);
	const [row] = setRows.parse(rows);
	if (row === undefined) return refused("unknown-paper");
	if (row.stands === "void") return refused("voided");
	const { local, imported } = row;
	return done({
		upvoted: row.stands !== null,
		upvotes: local + imported,
		localUpvotes: local,
		importedUpvotes: imported,
	});
}

/** Turns a user's upvote over, for forms that can't know it. Two at once, as from a double click, turn it over once. */
export async function toggleVote(
	userId: string,
	paperId: PaperId,
	origin?: VoteOrigin,
): Promise<Result<VoteState, VoteRefusal>> {
	const state = await findVoteState(userId, paperId);
	return state === undefined ? refused("unknown-paper") : setVote(userId, paperId, !state.upvoted, origin);
}

/**
 * Does what somebody asked for from outside, within the limits of person and network.
 *
 * @param upvoted undefined to turn the vote over
 */
export async function askForVote(
	userId: string,
	paperId: PaperId,
	upvoted: boolean | undefined,
	origin: VoteOrigin,
): Promise<Result<VoteState, VoteRefusal | VoteLimit>> {
	const limit = await takeVoteTurn(userId, origin);
	if (limit !== undefined) return refused(limit);
	return upvoted === undefined ? toggleVote(userId, paperId, origin) : setVote(userId, paperId, upvoted, origin);
}
