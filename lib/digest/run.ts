import "server-only";
import { utcDateOf } from "../time";
import { composeDigest } from "./compose";
import { isMailable, isTooOld } from "./editions";
import { planDeliveries } from "./plan";
import { countUnplanned, countWaiting, findNewestEditionBefore, listUnbatchedDigests } from "./queries";
import { giveUpUnknown, skipTooLate } from "./settle";
import { submitDeliveries } from "./submit";
import type { DigestCounts } from "./types";

type DigestRun = {
	/** Decides which edition counts. Leases and the life of keys go by the database's clock. */
	now: Date;
	/** Begins no further batch once so many deliveries were tried; the others wait for the next run. */
	limit?: number;
	/** Counts what a run would plan, and changes nothing. */
	dryRun?: boolean;
	/** Ends the run after the batch that is under way. */
	signal?: AbortSignal;
};

/**
 * Mails the newest closed edition's digest to everyone who subscribes, and what waits from earlier runs. May run as often
 * as one likes, several at once, and die anywhere: each subscriber gets each digest once.
 *
 * @throws when the database can't be reached; another run goes on where this one stopped
 */
export async function runDigest({
	now,
	limit = Number.POSITIVE_INFINITY,
	dryRun = false,
	signal,
}: DigestRun): Promise<DigestCounts> {
	const newest = await findNewestEditionBefore(utcDateOf(now));
	const edition = newest && isMailable(newest, now) ? newest.date : null;
	if (dryRun) {
		const planned = edition === null ? 0 : await countUnplanned(edition);
		return { edition, planned, submitted: 0, rejected: 0, skipped: 0, unknown: 0, waiting: await countWaiting() };
	}
	const unknown = await giveUpUnknown();
	// Composing freezes what is in it, so it waits for the first reader: votes until then still count.
	const planned =
		edition !== null && (await countUnplanned(edition)) > 0 ? await planDeliveries(await composeDigest(edition)) : 0;
	const digests = await listUnbatchedDigests();
	let tooLate = 0;
	for (const digest of digests) {
		if (isTooOld(digest, now)) tooLate += await skipTooLate(digest.id);
	}
	const mailable = digests.filter((digest) => isMailable(digest, now));
	const submitted = await submitDeliveries(mailable, limit, signal ?? new AbortController().signal);
	const waiting = await countWaiting();
	return { edition, planned, ...submitted, skipped: submitted.skipped + tooLate, unknown, waiting };
}
