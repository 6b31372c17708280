/** After so many hours an upvote counts half as much as a new one. */
export const HALF_LIFE_HOURS = 24;

/** The instant at which a vote weighs 1. It is arbitrary, but moving it would move all stored scores. */
const EPOCH = Date.UTC(2024, 0, 1);

const HOUR_MS = 3_600_000;

/** An imported count as it was seen at one time. */
type Capture = { capturedAt: Date; upvotes: number };

/**
 * The base-2 logarithm of the weight of a vote: how many half-lives it was cast after the first moment of 2024 (UTC), negative before.
 *
 * @param halfLifeHours Infinity weighs all votes alike
 */
export function risingExponent(at: Date, halfLifeHours = HALF_LIFE_HOURS): number {
	return (at.getTime() - EPOCH) / HOUR_MS / halfLifeHours;
}

/**
 * The score of the order "Rising" by its definition: log2 of the sum of 2^exponent over all votes. The database keeps the same number
 * in `papers.rising` vote by vote; this computes it from all of them. Its source is forward decay: Cormode, Shkapenyuk, Srivastava and
 * Xu, "Forward Decay: A Practical Time Decay Model for Streaming Systems", ICDE 2009.
 *
 * @param votes when each vote was cast here
 * @param captures of the imported count, in any order, each at another instant
 * @returns -Infinity without any vote
 */
export function risingScore(
	votes: readonly Date[],
	captures: readonly Capture[],
	halfLifeHours = HALF_LIFE_HOURS,
): number {
	const cast = votes.map((at) => ({ at, votes: 1 }));
	const terms = [...cast, ...enteredVotes(captures)].map((entry) => ({
		exponent: risingExponent(entry.at, halfLifeHours),
		votes: entry.votes,
	}));
	// The weights themselves are beyond any number after three years: the largest is taken out.
	const largest = Math.max(...terms.map(({ exponent }) => exponent));
	return largest + Math.log2(terms.reduce((sum, { exponent, votes }) => sum + votes * 2 ** (exponent - largest), 0));
}

/**
 * How many of the imported votes entered with each capture. Vote number n entered with the first capture from which on the count is
 * never below n: where a count falls, the latest of them are the ones that went.
 */
function enteredVotes(captures: readonly Capture[]): { at: Date; votes: number }[] {
	const oldestFirst = captures.toSorted((a, b) => a.capturedAt.getTime() - b.capturedAt.getTime());
	const kept = oldestFirst.map((_, index) => Math.min(...oldestFirst.slice(index).map(({ upvotes }) => upvotes)));
	return oldestFirst
		.map(({ capturedAt }, index) => ({ at: capturedAt, votes: (kept[index] ?? 0) - (kept[index - 1] ?? 0) }))
		.filter(({ votes }) => votes > 0);
}
