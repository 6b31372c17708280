import "server-only";
import { findBeat, writeBeat } from "../db/heartbeats";
import { env } from "../env";
import { utcDateOf } from "../time";
import { countWaiting } from "./queries";
import { runDigest } from "./run";
import type { DigestCounts } from "./types";

/** The heartbeat that says when the day's planning was last done. */
const DIGEST_BEAT = "digest";

/**
 * Whether the day's digest is due: once a UTC day, at or after an hour.
 *
 * @param lastRunAt when it was last done; undefined if never
 */
export function isDigestDue(now: Date, hourUtc: number, lastRunAt: Date | undefined): boolean {
	if (now.getUTCHours() < hourUtc) return false;
	if (lastRunAt === undefined || utcDateOf(lastRunAt) < utcDateOf(now)) return true;
	return utcDateOf(lastRunAt) === utcDateOf(now) && lastRunAt.getUTCHours() < hourUtc;
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
	const due = isDigestDue(now, env().DIGEST_HOUR_UTC, await findBeat(DIGEST_BEAT));
	if (!due && !(mayRetry && (await countWaiting()) > 0)) return undefined;
	const counts = await runDigest({ now, signal });
	// Only now: a run that died before has planned nothing, or not for everyone.
	if (due) await writeBeat(DIGEST_BEAT, now);
	return counts;
}
