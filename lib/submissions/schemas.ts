import { z } from "zod";
import { isArxivId, type PaperId } from "../papers/ids";

/** Longer than any address with a title around it. */
const TEXT_MAX = 500;

/** What somebody pasted. What is no text counts as none, and what is too long is cut: it is no paper's address either way. */
export const pastedText = z
	.string()
	.catch("")
	.transform((text) => text.slice(0, TEXT_MAX));

const instant = z.iso.datetime().transform((text) => new Date(text));

/** The paper inside a preview's token: an `IngestedPaper` of arXiv's that came by way of JSON. */
export const previewedPaper = z.object({
	id: z.custom<PaperId>((value) => typeof value === "string" && isArxivId(value)),
	title: z.string().min(1),
	abstract: z.string(),
	authors: z.array(z.string().min(1)),
	publishedAt: instant,
	revisedAt: instant.optional(),
	version: z.int().positive().optional(),
	categories: z.array(z.string()).optional(),
	doi: z.string().optional(),
	journalRef: z.string().optional(),
	authorComment: z.string().optional(),
});

export type PreviewedPaper = z.infer<typeof previewedPaper>;
