import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import { Prisma } from "../db/generated/client";
import { type PaperId, parsePaperId } from "../papers/ids";
import { renderRichText } from "../papers/latex";
import { submitterName } from "../papers/submitter";
import { renderComment } from "./markdown";
import { isEditable } from "./rules";
import type { Comment, CommentPage, ReportedComment, ViewedComment } from "./types";

/** A page brings so many comments, or as much of their HTML, whichever comes first: it is sent twice, and stays below 300 kB. */
const COMMENTS_A_PAGE = 80;
const HTML_A_PAGE = 40_000;

const id = z.bigint().transform(Number);

const rows = z.array(
	z.object({
		id,
		parentId: id.nullable(),
		body: z.string(),
		writtenAt: z.date(),
		isEdited: z.boolean(),
		state: z.enum(["standing", "deleted", "removed"]),
		name: z.string().nullable(),
		handle: z.string().nullable(),
		isAuthor: z.boolean(),
	}),
);

type CommentRow = z.infer<typeof rows>[number];

const columns = Prisma.sql`
	c.id, c.parent_id AS "parentId", c.body, c.created_at AS "writtenAt", c.edited_at IS NOT NULL AS "isEdited",
	CASE WHEN c.deleted_at IS NOT NULL THEN 'deleted' WHEN c.hidden_at IS NOT NULL THEN 'removed' ELSE 'standing' END AS state,
	u.name, u.handle,
	EXISTS (
		SELECT FROM author_claims claim JOIN paper_authors line ON line.author_id = claim.author_id
		WHERE claim.user_id = c.author_id AND claim.state = 'approved' AND line.paper_id = c.paper_id
	) AS "isAuthor"`;

/**
 * Comments on a paper as everybody sees them: oldest first, replies right after what they answer. That the paper is shown is for
 * the caller to know.
 *
 * @param after the id of the last comment of the page before
 */
export async function listComments(paperId: PaperId, after = 0): Promise<CommentPage> {
	const found = await db().$queryRaw`
		SELECT ${columns}
		FROM comments c LEFT JOIN users u ON u.id = c.author_id
		WHERE c.paper_id = ${paperId}
			AND (
				c.deleted_at IS NULL AND c.hidden_at IS NULL
				OR EXISTS (
					SELECT FROM comments reply
					WHERE reply.parent_id = c.id AND reply.deleted_at IS NULL AND reply.hidden_at IS NULL
				)
			)
			AND (coalesce(c.parent_id, c.id), c.id) >
				(coalesce((SELECT coalesce(parent_id, id) FROM comments WHERE id = ${after}), 0), ${after})
		ORDER BY coalesce(c.parent_id, c.id), c.id LIMIT ${COMMENTS_A_PAGE + 1}`;
	return toPage(rows.parse(found));
}

/**
 * A comment that stands, on a paper that is shown, as its own page shows it to whoever looks.
 *
 * @param viewerId of the signed-in user
 */
export async function findComment(commentId: number, viewerId: string, now: Date): Promise<ViewedComment | undefined> {
	const found = await db().$queryRaw`
		SELECT ${columns}, c.author_id = ${viewerId} AS "isMine", p.id AS "paperId", p.title
		FROM comments c JOIN papers p ON p.id = c.paper_id LEFT JOIN users u ON u.id = c.author_id
		WHERE c.id = ${commentId} AND c.deleted_at IS NULL AND c.hidden_at IS NULL AND p.hidden_at IS NULL`;
	const place = z.object({ isMine: z.boolean(), paperId: paperIdColumn, title: z.string() });
	const [row] = rows.element.and(place).array().parse(found);
	if (row === undefined) return undefined;
	const comment = toComment(row);
	if (comment.state !== "standing") return undefined;
	return {
		comment,
		paper: { id: row.paperId, title: renderRichText(row.title).text },
		isMine: row.isMine,
		...(row.isMine && isEditable(row.writtenAt, now) && { source: row.body }),
	};
}

/** Comments with reports that no curator has settled, the longest waiting first. For curators alone, as the caller sees to. */
export async function listReportedComments(limit: number): Promise<ReportedComment[]> {
	const open = { settledAt: null };
	const found = await db().comment.findMany({
		where: { deletedAt: null, reports: { some: open } },
		select: {
			id: true,
			body: true,
			createdAt: true,
			hiddenAt: true,
			author: { select: { handle: true } },
			paper: { select: { id: true, title: true } },
			reports: { where: open, select: { reason: true, createdAt: true }, orderBy: { createdAt: "asc" } },
		},
		orderBy: { id: "asc" },
		take: limit,
	});
	return found.map(({ id, body, createdAt, hiddenAt, author, paper, reports }) => ({
		id: Number(id),
		paperId: paperIdColumn.parse(paper.id),
		paperTitle: renderRichText(paper.title).text,
		body,
		writtenAt: createdAt,
		handle: author?.handle ?? null,
		isHidden: hiddenAt !== null,
		reports: reports.map(({ reason, createdAt }) => ({ reason, at: createdAt })),
	}));
}

/** Whether somebody asked for mails about replies to them. */
export async function wantsReplyMails(userId: string): Promise<boolean> {
	return (await db().user.count({ where: { id: userId, replyMails: true } })) > 0;
}

const paperIdColumn = z.string().transform((text, context): PaperId => {
	const found = parsePaperId(text);
	if (found !== undefined) return found;
	context.addIssue({ code: "custom", message: "the database holds a paper with an id that no page can have" });
	return z.NEVER;
});

/** As many of the comments as a page bears, at least one. */
function toPage(found: CommentRow[]): CommentPage {
	const comments: Comment[] = [];
	let size = 0;
	for (const row of found.slice(0, COMMENTS_A_PAGE)) {
		const comment = toComment(row);
		size += comment.state === "standing" ? comment.html.length : 0;
		if (size > HTML_A_PAGE && comments.length > 0) break;
		comments.push(comment);
	}
	const last = comments.at(-1);
	return last !== undefined && comments.length < found.length ? { comments, next: last.id } : { comments };
}

function toComment({ id, parentId, writtenAt, state, body, name, handle, isAuthor, isEdited }: CommentRow): Comment {
	const place = { id, parentId, writtenAt };
	if (state !== "standing") return { ...place, state };
	const by = { name: name === null ? null : submitterName({ name }, null), handle, isAuthor };
	return { ...place, state, html: renderComment(body), by, isEdited };
}
