import "server-only";
import { type Db, db } from "../db/client";
import { retrying } from "../db/retry";
import { type PaperId, parsePaperId } from "../papers/ids";
import { done, type Result, refused } from "../result";
import { lockActor, lockPaper, recordAct } from "../submissions/acts";
import { settleHold } from "../votes/holds";
import type { HoldDecision, HoldRefusal } from "../votes/types";

/**
 * Accepts or voids a burst of votes. Deciding again changes nothing and writes nothing down.
 *
 * @param curatorId of the signed-in user who asks; refused unless their row says curator
 * @param holdId a UUID
 * @returns the paper, and how many votes were decided
 */
export function decideHold(
	curatorId: string,
	holdId: string,
	decision: HoldDecision,
	now: Date,
): Promise<Result<{ paperId: PaperId; votes: number }, HoldRefusal>> {
	return retrying(() => db().$transaction((tx) => decideIn(tx, curatorId, holdId, decision, now)));
}

async function decideIn(
	tx: Db,
	curatorId: string,
	holdId: string,
	decision: HoldDecision,
	now: Date,
): Promise<Result<{ paperId: PaperId; votes: number }, HoldRefusal>> {
	if ((await lockActor(tx, curatorId)) !== "curator") return refused("not-a-curator");
	const hold = await tx.voteHold.findUnique({ where: { id: holdId }, select: { paperId: true } });
	const paperId = hold === null ? undefined : parsePaperId(hold.paperId);
	if (paperId === undefined) return refused("unknown-hold");
	// From here on nobody's vote joins the burst.
	await lockPaper(tx, paperId);
	const votes = await settleHold(tx, holdId, decision, now);
	if (votes === undefined) return refused("already-decided");
	const act = decision === "voided" ? "void_votes" : "accept_votes";
	await recordAct(tx, { act, actorId: curatorId, paperId, at: now, detail: { hold: holdId, votes } });
	return done({ paperId, votes });
}
