import "server-only";
import type { z } from "zod";
import { decideClaim } from "../claims/decide-claim";
import { listPagesOf } from "../claims/queries";
import { dismissReports, hideComment, unhideComment } from "../comments/moderation";
import { done, type Result } from "../result";
import { decideHold } from "./decide-hold";
import type { decisionForm } from "./schemas";
import type { DecisionRefusal } from "./types";

type Asked = z.infer<typeof decisionForm>;

/**
 * Does what a form of the queues asks for.
 *
 * @param curatorId of the signed-in user who asks; each act looks at their row
 * @returns the pages that it made out of date
 */
export async function decide(curatorId: string, asked: Asked, now: Date): Promise<Result<string[], DecisionRefusal>> {
	const { act, id } = asked;
	switch (act) {
		case "hide_comment":
			return pageOf(await hideComment(curatorId, id, asked.reason, now));
		case "unhide_comment":
			return pageOf(await unhideComment(curatorId, id, now));
		case "dismiss_reports":
			return pageOf(await dismissReports(curatorId, id, now));
		case "accept_votes":
			return pageOf(await decideHold(curatorId, id, "accepted", now));
		case "void_votes":
			return pageOf(await decideHold(curatorId, id, "voided", now));
		default: {
			const result = await decideClaim(curatorId, id, CLAIM_DECISIONS[act], now);
			return result.ok ? done(await listPagesOf(result.value.slug)) : result;
		}
	}
}

const CLAIM_DECISIONS = { approve_claim: "approved", refuse_claim: "refused", revoke_claim: "revoked" } as const;

/** Lists follow within a minute, as after any vote and comment. */
function pageOf<Reason extends string>(result: Result<{ paperId: string }, Reason>): Result<string[], Reason> {
	return result.ok ? done([`/papers/${result.value.paperId}`]) : result;
}
