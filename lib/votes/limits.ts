import "server-only";
import { type Rate, takeEach } from "../db/cooldowns";
import { keyedHash } from "../tokens";
import { networkKeys } from "./networks";
import type { VoteLimit, VoteOrigin } from "./types";

/** A person has more than anybody reads, and few enough that a stolen session does little; a campus behind one address its share. */
const RATES: Record<VoteLimit, Rate> = {
	"too-fast": { times: 60, seconds: 60 },
	"too-many": { times: 1000, seconds: 86_400 },
	"crowded-network": { times: 600, seconds: 3600 },
};

/**
 * Takes a person's turn to vote, and their network's; of an unknown network there is none to take.
 *
 * @returns which one there was none of, if so
 * @throws if the database can't say; then there is none
 */
export async function takeVoteTurn(userId: string, { address, now }: VoteOrigin): Promise<VoteLimit | undefined> {
	const [network] = address === undefined ? [] : networkKeys(address, now);
	// The rows outlive an account that is deleted.
	const person = keyedHash(userId);
	const turns: { limit: VoteLimit; key: string }[] = [
		{ limit: "too-fast", key: `vote:minute:${person}` },
		{ limit: "too-many", key: `vote:day:${person}` },
	];
	if (network !== undefined) turns.push({ limit: "crowded-network", key: `vote:network:${network}` });
	const [missing] = await takeEach(turns.map(({ limit, key }) => ({ key, rate: RATES[limit] })));
	return turns.find(({ key }) => key === missing)?.limit;
}

/** The whole seconds after which whoever met a limit has another turn. */
export function secondsUntilTurn(limit: VoteLimit): number {
	const { times, seconds } = RATES[limit];
	return Math.ceil(seconds / times);
}

export function isVoteLimit(reason: string): reason is VoteLimit {
	return reason in RATES;
}
