import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import type { PaperId } from "../papers/ids";
import type { VoteHold, VoteStanding, VoteState } from "./types";

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
			EXISTS (SELECT FROM votes WHERE user_id = ${userId} AND paper_id = papers.id AND standing <> 'void') AS upvoted
		FROM papers WHERE id = ANY(${paperIds}) AND hidden_at IS NULL`;
	return new Map(rows.parse(found).map((row) => [row.id, toState(row)]));
}

/** How one paper stands with a user; undefined if we don't hold it, or hide it. */
export async function findVoteState(userId: string, paperId: PaperId): Promise<VoteState | undefined> {
	return (await votedAmong(userId, [paperId])).get(paperId);
}

/** What a user's vote for a paper does; undefined without one. */
export async function findStanding(userId: string, paperId: PaperId): Promise<VoteStanding | undefined> {
	const key = { userId_paperId: { userId, paperId } };
	return (await db().vote.findUnique({ where: key, select: { standing: true } }))?.standing;
}

const holdRows = z.array(
	z
		.object({
			id: z.string(),
			paperId: z.string(),
			title: z.string(),
			reason: z.enum(["network", "fresh"]),
			openedAt: z.date(),
			votes: z.number(),
			localUpvotes: z.number(),
		})
		.transform(({ paperId, title, ...hold }): VoteHold => ({ ...hold, paper: { id: paperId, title } })),
);

/**
 * The bursts of votes that wait for a curator, the oldest first. Those whose votes were all taken back are left out.
 *
 * The caller has made sure that whoever asks is a curator.
 */
export async function listVoteHolds(limit: number): Promise<VoteHold[]> {
	const found = await db().$queryRaw`
		SELECT h.id, h.paper_id AS "paperId", p.title, h.reason::text, h.opened_at AS "openedAt",
			count(*)::int AS votes, p.local_upvotes AS "localUpvotes"
		FROM vote_holds h JOIN papers p ON p.id = h.paper_id JOIN votes v ON v.hold_id = h.id AND v.standing = 'held'
		WHERE h.decision IS NULL GROUP BY h.id, p.id ORDER BY h.opened_at, h.id LIMIT ${limit}`;
	return holdRows.parse(found);
}

function toState({ upvoted, local, imported }: z.infer<typeof rows>[number]): VoteState {
	return { upvoted, upvotes: local + imported, localUpvotes: local, importedUpvotes: imported };
}
