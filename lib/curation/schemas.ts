import { z } from "zod";
import { type PaperId, parsePaperId } from "../papers/ids";

/** A line for the next curator to read. */
export const REASON_MAX = 200;

const paper = z.string().transform((text, context): PaperId => {
	const id = parsePaperId(text);
	if (id !== undefined) return id;
	context.addIssue({ code: "custom", message: "is not the id of a paper" });
	return z.NEVER;
});

/** What the forms of a paper's curator page send. The date is read where the act is done. */
export const curateForm = z.discriminatedUnion("act", [
	z.object({ act: z.literal("hide"), paper, reason: z.string().trim().max(REASON_MAX).default("") }),
	z.object({ act: z.literal("unhide"), paper }),
	z.object({ act: z.literal("move"), paper, date: z.string().trim().max(20) }),
]);
