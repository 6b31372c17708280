import { z } from "zod";
import { type PaperId, parsePaperId } from "../papers/ids";
import { BODY_MAX, REASON_MAX } from "./rules";

/** Ids are counted from 1, and no host gets this far. */
const ID = /^[1-9]\d{0,14}$/;

/** Reads a comment's id as it stands in addresses; undefined if the text can't be one. */
export function parseCommentId(text: unknown): number | undefined {
	return typeof text === "string" && ID.test(text) ? Number(text) : undefined;
}

const commentId = z.string().regex(ID).transform(Number);

const paperId = z.string().transform((text, context): PaperId => {
	const id = parsePaperId(text);
	if (id !== undefined) return id;
	context.addIssue({ code: "custom", message: "is not the id of a paper" });
	return z.NEVER;
});

/** Lines as we keep them: browsers send two characters for each break, and no other control character says anything. */
const text = z.string().transform((raw) =>
	raw
		.replace(/\r\n?/g, "\n")
		.replace(/[^\P{Cc}\n\t]/gu, "")
		.toWellFormed()
		.trim(),
);

/** Something to see must be in it: letters, figures, signs. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

const body = text.pipe(
	z
		.string()
		.regex(VISIBLE, "Write something first.")
		.max(
			BODY_MAX,
			`This is longer than ${BODY_MAX.toLocaleString("en-US")} characters. Shorten it, or make two comments of it.`,
		),
);

/** `to`: the comment that is answered. */
export const commentForm = z.object({ paper: paperId, to: commentId.optional(), body });

export const editForm = z.object({ comment: commentId, body });

export const deleteForm = z.object({ comment: commentId });

export const reportForm = z.object({
	comment: commentId,
	reason: text.pipe(
		z
			.string()
			.regex(VISIBLE, "Say in a few words what is wrong with it.")
			.max(REASON_MAX, `This is longer than ${REASON_MAX} characters.`),
	),
});

/** A token as it stands in a link; what it says is checked when it is read. */
export const linkToken = z.string().min(1).max(1024);
