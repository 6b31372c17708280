import "server-only";
import { type Db, db } from "../db/client";
import { done, type Result, refused } from "../result";
import { lockActor, recordAct } from "../submissions/acts";
import { type LockedAuthor, lockClaimedAuthor } from "./locks";
import type { ClaimDecision, DecideClaimRefusal } from "./types";

/** What a claim has to be for a decision, and what it becomes. */
const STEPS = {
	approved: { from: "asked", to: "approved", act: "approve_claim" },
	refused: { from: "asked", to: "refused", act: "refuse_claim" },
	revoked: { from: "approved", to: "refused", act: "refuse_claim" },
} as const;

/**
 * Decides a claim that waits, or takes an approval back. A decision from a page that is out of date changes nothing and writes
 * nothing down.
 *
 * @param curatorId of the signed-in user who asks; refused unless their row says curator
 * @param claimId a UUID
 * @returns the author
 */
export async function decideClaim(
	curatorId: string,
	claimId: string,
	decision: ClaimDecision,
	now: Date,
): Promise<Result<LockedAuthor, DecideClaimRefusal>> {
	return db().$transaction(async (tx) => {
		if ((await lockActor(tx, curatorId)) !== "curator") return refused("not-a-curator");
		const author = await lockClaimedAuthor(tx, claimId);
		if (author === undefined) return refused("gone");
		if (!(await step(tx, claimId, decision, now))) return refused("already-decided");
		const detail = { claim: claimId, author: author.slug, name: author.name };
		await recordAct(tx, { act: STEPS[decision].act, actorId: curatorId, at: now, detail });
		return done(author);
	});
}

async function step(tx: Db, id: string, decision: ClaimDecision, now: Date): Promise<boolean> {
	const { from, to } = STEPS[decision];
	const { count } = await tx.authorClaim.updateMany({
		where: { id, state: from },
		data: { state: to, decidedAt: now },
	});
	return count > 0;
}
