import "server-only";
import { db } from "../db/client";
import { withSession } from "../db/session";
import { upsertPapers } from "../ingest/upsert";
import { done, type Result, refused } from "../result";
import { startOfDay, utcDateOf } from "../time";
import { markOwnVote } from "../votes/own-vote";
import { countSubmissions, lockActor, lockPaper, openEdition, recordAct } from "./acts";
import { readKnown } from "./queries";
import { isTooOld, submitRules } from "./rules";
import type { PreviewedPaper } from "./schemas";
import { readPreview } from "./tokens";
import type { SubmitOutcome, SubmitRefusal } from "./types";

/**
 * Lists a paper under today's edition, in the name of who was shown its preview. A reader's age and daily limits hold, and are
 * looked at in the transaction that lists it; of two who list the same paper at once, the second finds it known.
 *
 * @param userId of the signed-in user who asks
 * @param token of the preview
 * @throws if the database fails; then the paper is not listed, and trying again is safe
 */
export async function listPaper(
	userId: string,
	token: string,
	now: Date,
): Promise<Result<SubmitOutcome, SubmitRefusal>> {
	const paper = await readPreview(userId, token, now);
	if (paper === undefined) return refused("preview-is-over");
	// A transaction of its own: should the listing fail, we hold a paper that stands on no list, as after any run.
	await withSession((session) => upsertPapers(session, [paper], { source: "arxiv", now }));
	const refusal = await listHeld(userId, paper, now);
	if (refusal === "known") return done({ step: "known", paper: await readKnown(userId, paper.id) });
	if (refusal !== undefined) return refused(refusal);
	return done({ step: "listed", paper: { id: paper.id, title: paper.title }, date: utcDateOf(now) });
}

function listHeld(userId: string, paper: PreviewedPaper, now: Date): Promise<SubmitRefusal | "known" | undefined> {
	const date = utcDateOf(now);
	return db().$transaction(async (tx) => {
		const role = await lockActor(tx, userId);
		const held = await lockPaper(tx, paper.id);
		if (role === undefined) return "no-account";
		if (held === undefined) throw new Error(`paper ${paper.id} was not stored`);
		if (held.isHidden) return "hidden";
		if (held.editionDate !== null) return "known";
		if (role === "reader") {
			if (isTooOld(paper.publishedAt, now)) return "too-old";
			if ((await countSubmissions(tx, userId, now)) >= submitRules().dailyLimit) return "limit";
		}
		await openEdition(tx, date);
		await tx.paper.update({
			where: { id: paper.id },
			data: { editionDate: startOfDay(date), listedAt: now, listedBy: null, submittedById: userId, updatedAt: now },
		});
		await markOwnVote(tx, userId, paper.id);
		const act = role === "curator" ? "add" : "submit";
		await recordAct(tx, { act, actorId: userId, paperId: paper.id, at: now, detail: { date } });
		return undefined;
	});
}
