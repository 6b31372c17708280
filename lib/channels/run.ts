import "server-only";
import { composeDigest } from "../digest/compose";
import { findDigest } from "../digest/queries";
import { isStopped } from "../digest/runs";
import { log } from "../log";
import { findDueEdition } from "./due";
import {
	countWaiting,
	giveUp,
	type HeldPost,
	isWantedBy,
	noteTry,
	pauseGone,
	planPosts,
	release,
	settle,
	takePost,
} from "./ledger";
import { writePost } from "./message";
import { sendMessage } from "./send";
import type { ChannelCounts, TryOutcome } from "./types";

/** What is not told how long to wait comes back after a minute, then two, then four, up to so many. */
const BACKOFF_MINUTES_MAX = 60;

type ChannelRun = {
	/** Decides what is due, and what is given up. Leases go by the database's clock. */
	now: Date;
	/** Ends the run after the post that is under way. */
	signal?: AbortSignal;
};

/**
 * Posts the newest digest to the channels that have not had it, unless a curator has stopped the digests. May run as often as one likes, several at once, and die
 * anywhere: a webhook may get a message again, with the same id and bytes; Slack and Discord never do.
 *
 * @throws when the database can't be reached; another run goes on where this one stopped
 */
export async function runChannels({ now, signal }: ChannelRun): Promise<ChannelCounts> {
	const counts: ChannelCounts = { planned: 0, submitted: 0, rejected: 0, skipped: 0, unknown: 0, waiting: 0 };
	if (await isStopped()) return { ...counts, waiting: await countWaiting() };
	for (const kind of ["daily", "weekly"] as const) {
		const edition = await findDueEdition(kind, now);
		if (edition === undefined || !(await isWantedBy(kind, edition))) continue;
		counts.planned += await planPosts(await composeDigest(kind, edition), now);
	}
	for (const { state } of await giveUp(now)) counts[state] += 1;
	while (!signal?.aborted) {
		const held = await takePost(now);
		if (held === undefined) break;
		const ended = await tryPost(held, now);
		if (ended !== "waits") counts[ended] += 1;
	}
	return { ...counts, waiting: await countWaiting() };
}

type Ended = "submitted" | "rejected" | "skipped" | "unknown";

async function tryPost(held: HeldPost, now: Date): Promise<Ended | "waits"> {
	// Who held it died in the middle of a try. Only a webhook can tell a repetition.
	if (held.inDoubt && held.kind !== "webhook") return end(held, "unknown", "no answer came", now);
	const digest = await findDigest(held.digest, held.date);
	if (digest === undefined || digest.papers.length === 0) return end(held, "skipped", "it has no papers any more", now);
	const body = await noteTry(held.id, held.body ?? writePost(held, digest, now));
	if (body === undefined) return "waits";
	return settleTry(held, await sendMessage(held, held.id, body), now);
}

async function settleTry(held: HeldPost, outcome: TryOutcome, now: Date): Promise<Ended | "waits"> {
	if (outcome.kind === "submitted") return end(held, "submitted", null, now);
	const { reason } = outcome;
	log.warn(
		{ channel: held.channelId, kind: held.kind, outcome: outcome.kind, reason },
		"a channel did not take a digest",
	);
	if (outcome.kind === "rejected") {
		if (outcome.gone) await pauseGone(held, reason, now);
		return end(held, "rejected", reason, now);
	}
	const inDoubt = outcome.kind === "lost";
	if (inDoubt && held.kind !== "webhook") return end(held, "unknown", reason, now);
	const told = outcome.kind === "retry" ? outcome.afterSeconds : undefined;
	const afterSeconds = told ?? 60 * Math.min(2 ** held.attempts, BACKOFF_MINUTES_MAX);
	// A webhook that may have taken it once stays in doubt, whatever it answers later.
	await release(held.id, { reason, afterSeconds, inDoubt: inDoubt || held.inDoubt }, now);
	return "waits";
}

async function end(held: HeldPost, state: Ended, reason: string | null, now: Date): Promise<Ended> {
	await settle(held.id, state, reason, now);
	return state;
}
