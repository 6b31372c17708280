import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import type { PaperId } from "../papers/ids";
import type { VoteState } from "./types";

const rows = z.array(z.object({ id: z.string(), upvoted: z.boolean(), local: z.number(), imported: z.number() }));

/**
 * How papers stand with a user, in one query.
 *
 * @returns by id; papers that we don't hold, or hide, are left out
 */
export async function votedAmong(userId: string, paperIds: PaperId[]): Promise<Map<string, VoteState>> {
	if (paperIds.length === 0) return new Map();
	const found = await db().$queryRaw`
		SELECT id, local_upvotes AS local, imported_upvotes AS imported,
			EXISTS (SELECT FROM votes WHERE user_id = ${userId} AND paper_id = papers.id) AS upvoted
		FROM papers WHERE id = ANY(${paperIds}) AND hidden_at IS NULL`;
	return new Map(rows.parse(found).map((row) => [row.id, toState(row)]));
}

/** How one paper stands with a user; undefined if we don't hold it, or hide it. */
export async function findVoteState(userId: string, paperId: PaperId): Promise<VoteState | undefined> {
	return (await votedAmong(userId, [paperId])).get(paperId);
}

function toState({ upvoted, local, imported }: z.infer<typeof rows>[number]): VoteState {
	return { upvoted, upvotes: local + imported, localUpvotes: local, importedUpvotes: imported };
}
