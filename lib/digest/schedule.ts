import "server-only";
import { findBeat, writeBeat } from "../db/heartbeats";
import { countWaiting } from "./queries";
import { runDigest } from "./run";
import type { DigestCounts } from "./types";

/** The heartbeat that says when planning was last done. */
const DIGEST_BEAT = "digest";

/** No time zone has an hour begin at any other minute than a quarter's. */
const QUARTER = 15 * 60 * 1000;

/**
 * Whether there may be mail to plan: once each quarter of an hour.
 *
 * @param lastRunAt when it was last done; undefined if never
 */
export function isDigestDue(now: Date, lastRunAt: Date | undefined): boolean {
	return lastRunAt === undefined || Math.floor(now.getTime() / QUARTER) > Math.floor(lastRunAt.getTime() / QUARTER);
}

/**
 * Runs the digest if it is due, or if mail waits from an earlier run.
 *
 * @param mayRetry false while it is too early to try again what failed
 * @returns what the run did; undefined when there was nothing to do
 */
export async function runScheduledDigest(
	now: Date,
	mayRetry: boolean,
	signal: AbortSignal,
): Promise<DigestCounts | undefined> {
	const due = isDigestDue(now, await findBeat(DIGEST_BEAT));
	if (!due && !(mayRetry && (await countWaiting()) > 0)) return undefined;
	const counts = await runDigest({ now, signal });
	// Only now: a run that died before has planned nothing, or not for everyone.
	if (due) await writeBeat(DIGEST_BEAT, now);
	return counts;
}
