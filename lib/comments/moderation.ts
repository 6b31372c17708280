import "server-only";
import { z } from "zod";
import { type Db, db } from "../db/client";
import { type PaperId, parsePaperId } from "../papers/ids";
import { done, type Result, refused } from "../result";
import { lockActor, recordAct } from "../submissions/acts";
import type { ModerateRefusal } from "./types";

type Outcome = Promise<Result<{ paperId: PaperId }, ModerateRefusal>>;

type Held = { paperId: PaperId; isHidden: boolean };

/**
 * Takes a comment off its paper's page and settles its reports. Hiding what is hidden changes nothing and writes nothing down.
 *
 * @param curatorId of the signed-in user who asks; refused unless their row says curator
 * @param reason for the audit row; may be empty
 * @returns the paper whose page is out of date
 */
export function hideComment(curatorId: string, id: number, reason: string, now: Date): Outcome {
	return asCurator(curatorId, id, async (tx, { paperId, isHidden }) => {
		if (isHidden) return;
		await tx.comment.update({ where: { id }, data: { hiddenAt: now } });
		await settleReports(tx, id, now);
		const detail = { comment: id, ...(reason !== "" && { reason }) };
		await recordAct(tx, { act: "hide_comment", actorId: curatorId, paperId, at: now, detail });
	});
}

/** Shows a comment again where it stood. */
export function unhideComment(curatorId: string, id: number, now: Date): Outcome {
	return asCurator(curatorId, id, async (tx, { paperId, isHidden }) => {
		if (!isHidden) return;
		await tx.comment.update({ where: { id }, data: { hiddenAt: null } });
		await recordAct(tx, { act: "unhide_comment", actorId: curatorId, paperId, at: now, detail: { comment: id } });
	});
}

/** Settles the reports of a comment that may stay. */
export function dismissReports(curatorId: string, id: number, now: Date): Outcome {
	return asCurator(curatorId, id, async (tx, { paperId }) => {
		if ((await settleReports(tx, id, now)) === 0) return;
		await recordAct(tx, { act: "dismiss_reports", actorId: curatorId, paperId, at: now, detail: { comment: id } });
	});
}

function asCurator(curatorId: string, id: number, work: (tx: Db, held: Held) => Promise<void>): Outcome {
	return db().$transaction(async (tx) => {
		if ((await lockActor(tx, curatorId)) !== "curator") return refused("not-a-curator");
		const held = await lockComment(tx, id);
		if (held === undefined) return refused("gone");
		await work(tx, held);
		return done({ paperId: held.paperId });
	});
}

const heldRows = z.array(z.object({ paperId: z.string(), isHidden: z.boolean() }));

/** How a comment that is not deleted stands, kept so until the transaction ends. */
async function lockComment(tx: Db, id: number): Promise<Held | undefined> {
	const found = await tx.$queryRaw`
		SELECT paper_id AS "paperId", hidden_at IS NOT NULL AS "isHidden"
		FROM comments WHERE id = ${id} AND deleted_at IS NULL FOR NO KEY UPDATE`;
	const [row] = heldRows.parse(found);
	const paperId = row && parsePaperId(row.paperId);
	return paperId && { paperId, isHidden: row.isHidden };
}

async function settleReports(tx: Db, commentId: number, now: Date): Promise<number> {
	const open = { commentId, settledAt: null };
	return (await tx.commentReport.updateMany({ where: open, data: { settledAt: now } })).count;
}
