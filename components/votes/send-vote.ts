import type { VoteState } from "@/lib/votes/types";

/** Longer than our own patience with the database, so that its answer still gets here. */
const PATIENCE_MS = 20_000;

const NOT_SAVED = "Your upvote could not be saved. Try again in a minute.";

export type VoteOutcome =
	| { kind: "saved"; state: VoteState }
	| { kind: "signed-out" }
	| { kind: "failed"; sentence: string };

/** Sends a vote to the server; also from a page that is being left. */
export async function sendVote(paperId: string, upvoted: boolean): Promise<VoteOutcome> {
	try {
		const response = await fetch("/api/votes", {
			method: "POST",
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify({ paper: paperId, upvoted }),
			keepalive: true,
			signal: AbortSignal.timeout(PATIENCE_MS),
		});
		if (response.status === 401) return { kind: "signed-out" };
		const answer = (await response.json()) as VoteState & { error?: string };
		if (response.ok) return { kind: "saved", state: answer };
		return { kind: "failed", sentence: answer.error ?? NOT_SAVED };
	} catch {
		// No connection, no answer in time, or one that is not ours, such as a proxy's error page.
		return {
			kind: "failed",
			sentence: navigator.onLine ? NOT_SAVED : "You are offline, so your upvote could not be saved. Try again later.",
		};
	}
}
