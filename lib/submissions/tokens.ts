import "server-only";
import { readTokenContent, signToken } from "../tokens";
import { type PreviewedPaper, previewedPaper } from "./schemas";

const LIFE_MS = 60 * 60_000;

/** Vouches to ourselves that arXiv gave this paper, and that this person was shown it. Good for an hour. */
export function signPreview(userId: string, paper: PreviewedPaper, now: Date): Promise<string> {
	return signToken("list-paper", userId, new Date(now.getTime() + LIFE_MS), paper);
}

/** The paper that a person was shown; undefined if the token is another's, over, or none of ours. */
export async function readPreview(userId: string, token: string, now: Date): Promise<PreviewedPaper | undefined> {
	const read = await readTokenContent("list-paper", token, now);
	if (read?.subject !== userId) return undefined;
	return previewedPaper.safeParse(read.content).data;
}
