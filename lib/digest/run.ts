import "server-only";
import { type UtcDate, utcDateOf } from "../time";
import { assignSelections } from "./assign";
import { composeDigest } from "./compose";
import { listDue, listDueKinds } from "./due";
import { isMailable } from "./editions";
import { planDeliveries } from "./plan";
import { countWaiting, findNewestEditionBefore, listUnbatchedDigests } from "./queries";
import { recordFailure, recordRun } from "./runs";
import { giveUpUnknown, skipTooLate, takeBackSetAside } from "./settle";
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
 * Mails the newest closed edition's digest, or the week's, to everyone whose hour has come, and what waits from earlier runs.
 * May run as often as one likes, several at once, and die anywhere: each subscriber gets one mail for a day of theirs.
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
		const due = newest ? await listDue(now) : [];
		const skipped = due.filter(({ isLate }) => isLate).length;
		return {
			edition,
			planned: due.length,
			submitted: 0,
			rejected: 0,
			skipped,
			unknown: 0,
			waiting: await countWaiting(),
		};
	}
	const startedAt = new Date();
	try {
		const { pausedBecause, ...counts } = await mail(newest?.date, now, limit, signal ?? new AbortController().signal);
		await recordRun({ ...counts, pausedBecause, startedAt, endedAt: new Date() });
		return { edition, ...counts };
	} catch (error) {
		// Where the database is gone, this can't be written down either. The caller tells of the error.
		await recordFailure(startedAt).catch(() => undefined);
		throw error;
	}
}

/** @param newest the newest closed edition, however old */
async function mail(newest: UtcDate | undefined, now: Date, limit: number, signal: AbortSignal) {
	const unknownBefore = await giveUpUnknown();
	await takeBackSetAside();
	const { planned, late } = newest ? await plan(newest, now) : { planned: 0, late: 0 };
	const tooLate = await skipTooLate(now);
	const digests = await listUnbatchedDigests();
	let empty = 0;
	for (const digest of digests) empty += await assignSelections(digest, isMailable(digest, now));
	const submitted = await submitDeliveries(digests, limit, signal);
	const unknown = unknownBefore + (await giveUpUnknown());
	const waiting = await countWaiting();
	return { planned, ...submitted, skipped: submitted.skipped + late + tooLate + empty, unknown, waiting };
}

/** Composing freezes what is in a digest, so it waits for the first reader: votes until then still count. */
async function plan(edition: UtcDate, now: Date): Promise<{ planned: number; late: number }> {
	const counts = { planned: 0, late: 0 };
	for (const kind of await listDueKinds(now)) {
		const { planned, late } = await planDeliveries(await composeDigest(kind, edition), now);
		counts.planned += planned;
		counts.late += late;
	}
	return counts;
}
