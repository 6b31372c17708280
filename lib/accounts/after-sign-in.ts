import "server-only";
import type { z } from "zod";
import { clientAddress } from "../http/client-address";
import { setVote } from "../votes/mutations";
import { orLog } from "./action-steps";
import { withIntent } from "./intent";
import type { signInIntent } from "./schemas";

/** What somebody was about to do, as `signInIntent` reads it. */
export type ReadIntent = z.output<typeof signInIntent>;

/**
 * Does what somebody has signed in for.
 *
 * @param headers of the request that signs in
 * @returns the path to go on to: where the vote could not be cast, the page of the vote, which says so and offers to try again
 */
export async function finishIntent(userId: string, { next, upvote }: ReadIntent, headers: Headers): Promise<string> {
	if (upvote === undefined) return next;
	const origin = { address: clientAddress(headers), now: new Date() };
	const vote = await orLog("an upvote was not cast on signing in", () => setVote(userId, upvote, true, origin));
	return vote === undefined ? withIntent(`/votes/${upvote}`, { next }) : next;
}
