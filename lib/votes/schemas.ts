import { z } from "zod";
import { parseReturnPath } from "../http/return-path";
import { type PaperId, parsePaperId } from "../papers/ids";
import type { VoteStanding } from "./types";

const paperId = z.string().transform((text, context): PaperId => {
	const id = parsePaperId(text);
	if (id !== undefined) return id;
	context.addIssue({ code: "custom", message: "is not the id of a paper" });
	return z.NEVER;
});

export const VOTE_STANDINGS = ["counted", "young", "own", "held", "void"] as const satisfies VoteStanding[];

/** What the page's script sends to `/api/votes`. */
export const voteRequest = z.object({ paper: paperId, upvoted: z.boolean() });

/** What a form sends there without a script. It can't know the viewer's vote, so without `upvoted` it turns it over. */
export const voteForm = z.object({
	paper: paperId,
	upvoted: z
		.enum(["true", "false"])
		.transform((text) => text === "true")
		.optional(),
	next: z.unknown().optional().transform(parseReturnPath),
});

/** As many papers as one call to `/api/me` may ask for. */
export const PAPERS_MAX = 200;

/**
 * Reads `papers=id,id,…`. What can't be an id is left out.
 *
 * @returns undefined if there are more than 200
 */
export function parsePaperIds(text: string | null): PaperId[] | undefined {
	const parts = (text ?? "").split(",", PAPERS_MAX + 1);
	if (parts.length > PAPERS_MAX) return undefined;
	return [...new Set(parts.map(parsePaperId).filter((id) => id !== undefined))];
}
