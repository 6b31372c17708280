import "server-only";
import type { OrcidProof } from "../accounts/oauth-orcid";
import { type Db, db } from "../db/client";
import { done, type Result, refused } from "../result";
import { lockActor, recordAct } from "../submissions/acts";
import { type LockedAuthor, lockAuthor } from "./locks";
import { isSameName } from "./names";
import { dayBefore, OPEN_CLAIMS_MAX, ORCID_APPROVALS_A_DAY, restsUntil } from "./rules";
import type { ClaimRefusal } from "./types";

type NewClaim = {
	/** The author's slug. */
	author: string;
	/** As `schemas.ts` reads it. */
	note: string;
	/** The iD that the claimant has just shown to be theirs. */
	proof?: OrcidProof | undefined;
};

/**
 * Asks for somebody to be known as an author. Asking again changes the note of a claim that waits. It is approved at once if the
 * name at ORCID is the author's, nobody else is known as them and no curator has refused it before; else a curator decides.
 *
 * @param userId of the signed-in user who asks
 */
export async function askClaim(
	userId: string,
	{ author: slug, note, proof }: NewClaim,
	now: Date,
): Promise<Result<"asked" | "approved", ClaimRefusal>> {
	return db().$transaction(async (tx) => {
		if ((await lockActor(tx, userId)) === undefined) return refused("no-account");
		const author = await lockAuthor(tx, slug);
		if (author === undefined) return refused("unknown-author");
		const key = { userId, authorId: author.id };
		const before = await tx.authorClaim.findUnique({ where: { userId_authorId: key } });
		if (before?.state === "approved") return done("approved");
		if (before?.state === "refused" && before.decidedAt && restsUntil(before.decidedAt) > now)
			return refused("resting");
		if (before?.state !== "asked" && (await countOpen(tx, userId)) >= OPEN_CLAIMS_MAX) return refused("too-many");
		const isProved =
			proof !== undefined &&
			isSameName(proof.name, author.name) &&
			!(before && (await wasRefused(tx, before.id))) &&
			(await mayApprove(tx, userId, author, now));
		const state: "asked" | "approved" = isProved ? "approved" : "asked";
		const orcid = proof?.orcid ?? (before?.state === "asked" ? before.orcid : null);
		const claim = { note, orcid, state, decidedAt: isProved ? now : null };
		const { id } = await tx.authorClaim.upsert({
			where: { userId_authorId: key },
			create: { ...key, ...claim, createdAt: now },
			update: before?.state === "asked" ? claim : { ...claim, createdAt: now },
			select: { id: true },
		});
		if (isProved) {
			const detail = { claim: id, author: slug, name: author.name, by: "orcid" } as const;
			await recordAct(tx, { act: "approve_claim", actorId: userId, at: now, detail });
		}
		return done(state);
	});
}

/**
 * Gives a claim up, one that was approved too. One that a curator has ever refused stays refused: else it would be asked as if it
 * never had been. Doing it again changes nothing.
 */
export async function withdrawClaim(userId: string, slug: string, now: Date): Promise<void> {
	await db().$transaction(async (tx) => {
		await lockActor(tx, userId);
		const author = await lockAuthor(tx, slug);
		if (author === undefined) return;
		const where = { userId, authorId: author.id, state: { not: "refused" } } as const;
		const claim = await tx.authorClaim.findFirst({ where, select: { id: true } });
		if (claim === null) return;
		const key = { where: { id: claim.id } };
		if (await wasRefused(tx, claim.id))
			await tx.authorClaim.update({ ...key, data: { state: "refused", decidedAt: now } });
		else await tx.authorClaim.delete(key);
	});
}

/** Whether a curator has ever refused a claim: from then on curators alone approve it. */
async function wasRefused(tx: Db, claimId: string): Promise<boolean> {
	const refusals = { paperId: null, act: "refuse_claim", detail: { path: ["claim"], equals: claimId } } as const;
	return (await tx.auditAct.count({ where: refusals })) > 0;
}

function countOpen(tx: Db, userId: string): Promise<number> {
	return tx.authorClaim.count({ where: { userId, state: "asked" } });
}

/** Whether ORCID's word is enough. */
async function mayApprove(tx: Db, userId: string, author: LockedAuthor, now: Date): Promise<boolean> {
	const taken = await tx.authorClaim.count({ where: { authorId: author.id, state: "approved" } });
	const lately = { actorId: userId, act: "approve_claim", at: { gt: dayBefore(now) } } as const;
	const approvals = { ...lately, detail: { path: ["by"], equals: "orcid" } };
	return taken === 0 && (await tx.auditAct.count({ where: approvals })) < ORCID_APPROVALS_A_DAY;
}
