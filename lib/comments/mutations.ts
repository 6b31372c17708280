import "server-only";
import { z } from "zod";
import { type Db, db } from "../db/client";
import type { PaperId } from "../papers/ids";
import { done, type Result, refused } from "../result";
import { renderComment } from "./markdown";
import { planReplyMail } from "./replies/ledger";
import { commentRates, HTML_MAX, isEditable, REPORT_RATE, SAME_TEXT_MS } from "./rules";
import type { CommentRefusal, Rate, ReportRefusal } from "./types";

/** Where a comment stands: for its address, and for the page to renew. */
export type Place = { id: number; paperId: string };

type NewComment = {
	paper: PaperId;
	/** The comment that it answers, which may be a reply itself. */
	to?: number | undefined;
	/** As `schemas.ts` reads it. */
	body: string;
};

/**
 * Writes a comment, or a reply, in somebody's name. The same text at the same place within a minute is written once. Who is
 * answered and asked for mails gets one, planned in the same transaction.
 *
 * @param userId of the signed-in user who asks
 */
export async function postComment(
	userId: string,
	{ paper, to, body }: NewComment,
	now: Date,
): Promise<Result<Place, CommentRefusal>> {
	if (renderComment(body).length > HTML_MAX) return refused("too-much-markup");
	return db().$transaction(async (tx) => {
		const writer = await lockUser(tx, userId);
		if (writer === undefined) return refused("no-account");
		if (writer.handle === null) return refused("no-handle");
		if ((await tx.paper.count({ where: { id: paper, hiddenAt: null } })) === 0) return refused("unknown-paper");
		const answered = to === undefined ? null : await findStanding(tx, to);
		if (answered === undefined || (answered && answered.paperId !== paper)) return refused("gone");
		const place = { authorId: userId, paperId: paper, parentId: answered && (answered.parentId ?? answered.id) };
		const sameText = { ...place, body, createdAt: { gt: ago(SAME_TEXT_MS, now) } };
		const before = await tx.comment.findFirst({ where: sameText, select: { id: true } });
		if (before !== null) return done({ id: Number(before.id), paperId: paper });
		for (const rate of commentRates(writer.createdAt, now)) {
			const createdAt = { gt: ago(rate.milliseconds, now) };
			if ((await tx.comment.count({ where: { authorId: userId, createdAt } })) >= rate.times)
				return refused("too-many");
		}
		const { id } = await tx.comment.create({ data: { ...place, body, createdAt: now }, select: { id: true } });
		if (answered?.authorId) await planReplyMail(tx, { id, by: userId, to: answered.authorId, now });
		return done({ id: Number(id), paperId: paper });
	});
}

/** Changes one's own comment within its first minutes. The same text changes nothing. */
export async function editComment(
	userId: string,
	commentId: number,
	body: string,
	now: Date,
): Promise<Result<Place, CommentRefusal>> {
	if (renderComment(body).length > HTML_MAX) return refused("too-much-markup");
	return withOwn(userId, commentId, async (tx, own) => {
		if (!isEditable(own.createdAt, now)) return refused("too-late");
		if (own.body !== body) await tx.comment.update({ where: { id: commentId }, data: { body, editedAt: now } });
		return done({ id: commentId, paperId: own.paperId });
	});
}

/** Deletes one's own comment at any time: its text is gone, and its place too unless replies stand under it. */
export async function deleteComment(
	userId: string,
	commentId: number,
	now: Date,
): Promise<Result<Place, CommentRefusal>> {
	return withOwn(userId, commentId, async (tx, own) => {
		await tx.comment.update({ where: { id: commentId }, data: { body: "", deletedAt: now } });
		return done({ id: commentId, paperId: own.paperId });
	});
}

/** Tells the curators of a comment, once a person: doing it again changes nothing. */
export async function reportComment(
	userId: string,
	commentId: number,
	reason: string,
	now: Date,
): Promise<Result<undefined, ReportRefusal>> {
	return db().$transaction(async (tx) => {
		if ((await lockUser(tx, userId)) === undefined) return refused("no-account");
		const comment = await findStanding(tx, commentId);
		if (comment === undefined) return refused("gone");
		if (comment.authorId === userId) return refused("own");
		const key = { commentId, reporterId: userId };
		if ((await tx.commentReport.count({ where: key })) > 0) return done(undefined);
		const lately = { reporterId: userId, createdAt: { gt: ago(REPORT_RATE.milliseconds, now) } };
		if ((await tx.commentReport.count({ where: lately })) >= REPORT_RATE.times) return refused("too-many");
		await tx.commentReport.create({ data: { ...key, reason, createdAt: now } });
		return done(undefined);
	});
}

/** Says whether replies are mailed to somebody. Mails that are planned and not tried yet are skipped when they would leave. */
export async function setReplyMails(userId: string, wanted: boolean): Promise<void> {
	await db().user.updateMany({ where: { id: userId }, data: { replyMails: wanted } });
}

const userRows = z.array(z.object({ handle: z.string().nullable(), createdAt: z.date() }));

/** Reads somebody's row and keeps it until the transaction ends: what one person does at once is counted one after the other. */
async function lockUser(tx: Db, userId: string): Promise<z.infer<typeof userRows>[number] | undefined> {
	const found = await tx.$queryRaw`
		SELECT handle, created_at AS "createdAt" FROM users WHERE id = ${userId} FOR NO KEY UPDATE`;
	return userRows.parse(found)[0];
}

/** A comment that stands on a paper that is shown. */
async function findStanding(tx: Db, commentId: number) {
	const where = { id: commentId, deletedAt: null, hiddenAt: null, paper: { hiddenAt: null } };
	return (await tx.comment.findFirst({ where })) ?? undefined;
}

async function withOwn(
	userId: string,
	commentId: number,
	work: (tx: Db, own: { paperId: string; body: string; createdAt: Date }) => Promise<Result<Place, CommentRefusal>>,
): Promise<Result<Place, CommentRefusal>> {
	return db().$transaction(async (tx) => {
		if ((await lockUser(tx, userId)) === undefined) return refused("no-account");
		const comment = await findStanding(tx, commentId);
		if (comment === undefined) return refused("gone");
		return comment.authorId === userId ? work(tx, comment) : refused("not-yours");
	});
}

function ago(milliseconds: Rate["milliseconds"], now: Date): Date {
	return new Date(now.getTime() - milliseconds);
}
