import { z } from "zod";
import { parseCommentId } from "../comments/schemas";
import { type PaperId, parsePaperId } from "../papers/ids";

/** A line for the next curator to read. */
export const REASON_MAX = 200;

const paper = z.string().transform((text, context): PaperId => {
	const id = parsePaperId(text);
	if (id !== undefined) return id;
	context.addIssue({ code: "custom", message: "is not the id of a paper" });
	return z.NEVER;
});

const reason = z.string().trim().max(REASON_MAX).default("");

/** What the forms of a paper's curator page send. The date is read where the act is done. */
export const curateForm = z.discriminatedUnion("act", [
	z.object({ act: z.literal("hide"), paper, reason }),
	z.object({ act: z.literal("unhide"), paper }),
	z.object({ act: z.literal("move"), paper, date: z.string().trim().max(20) }),
]);

const commentId = z.string().transform((text, context): number => {
	const id = parseCommentId(text);
	if (id !== undefined) return id;
	context.addIssue({ code: "custom", message: "is not the id of a comment" });
	return z.NEVER;
});

/** What the forms of the queues send: an act, and what it is done to. */
export const decisionForm = z.discriminatedUnion("act", [
	z.object({ act: z.literal("hide_comment"), id: commentId, reason }),
	z.object({ act: z.enum(["unhide_comment", "dismiss_reports"]), id: commentId }),
	z.object({ act: z.enum(["accept_votes", "void_votes"]), id: z.uuid() }),
	z.object({ act: z.enum(["approve_claim", "refuse_claim", "revoke_claim"]), id: z.uuid() }),
]);

/** What can be done in the queues. */
export type Decision = z.infer<typeof decisionForm>["act"];
