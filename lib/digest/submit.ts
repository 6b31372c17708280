import "server-only";
import { batchesAtOnce, batchMax } from "../mail/mailer";
import { freezeBatch, type HeldBatch, secondsToNextLapse, takeOpenBatch } from "./batches";
import { prepareEnds } from "./end-batch";
import { renderSelection } from "./mail";
import type { DigestMailParts } from "./payload";
import { listNextSelections } from "./queries";
import { isStopped, STOPPED } from "./runs";
import { pause, tryBatch } from "./try-batch";
import type { Digest, DigestCounts } from "./types";

type Submitted = Pick<DigestCounts, "submitted" | "rejected" | "skipped"> & {
	/** Why the rest is kept for another run, where that is not for the limit or the signal. */
	pausedBecause: string | null;
};

/**
 * Submits what waits: batches left open by earlier runs first, then the digests' deliveries in batches of up to 100. What
 * another process is at is left to it, and taken over if it does not finish. Once a batch is through, some are under way at once
 * while the next one is frozen.
 *
 * @param digests whose deliveries may still be mailed
 * @param limit how many deliveries to try at most
 * @param signal ends the run after the batches that are under way
 */
export async function submitDeliveries(digests: Digest[], limit: number, signal: AbortSignal): Promise<Submitted> {
	const counts: Submitted = { submitted: 0, rejected: 0, skipped: 0, pausedBecause: null };
	const tried: string[] = [];
	const nextBatch = openBatches(digests, counts);
	const endBatch = prepareEnds(counts, tried);
	const giveUp = new AbortController();
	const stopping = AbortSignal.any([signal, giveUp.signal]);
	const stop = (because: string) => {
		counts.pausedBecause ??= because;
		giveUp.abort();
	};
	const underWay = new Map<Promise<void>, number>();
	const failures: unknown[] = [];
	const begin = (batch: HeldBatch) => {
		const sending = tryBatch(batch, stopping)
			.then((outcome) => endBatch(batch, outcome))
			.then((because) => because !== undefined && stop(because))
			.catch((error: unknown) => {
				failures.push(error);
				giveUp.abort();
			})
			.then(() => void underWay.delete(sending));
		underWay.set(sending, batch.payload.recipients.length);
	};
	try {
		while (!stopping.aborted) {
			const mails = [...underWay.values()].reduce((sum, each) => sum + each, 0);
			const room = limit - counts.submitted - counts.rejected - mails;
			const isFull = underWay.size >= (counts.submitted > 0 ? batchesAtOnce() : 1);
			if (!isFull && room > 0 && (await isStopped())) stop(STOPPED);
			const batch = isFull || room <= 0 || stopping.aborted ? undefined : await nextBatch(tried, room);
			if (batch) begin(batch);
			else if (underWay.size > 0) await Promise.race(underWay.keys());
			else if (room <= 0 || !(await waitForOthers(tried, stopping))) break;
		}
	} finally {
		await Promise.all(underWay.keys());
	}
	if (failures.length > 0) throw failures[0];
	return counts;
}

/**
 * Finds the next batch to try. What many get is rendered once for all batches in a row. What was tried in vain comes last, so that
 * it keeps nobody else's mail.
 */
function openBatches(digests: Digest[], counts: Submitted) {
	let rendered = new Map<string, DigestMailParts>();
	const render = async (digest: Digest, max: number, triedInVain: boolean) => {
		const mails = new Map<string, DigestMailParts>();
		for (const { id, content } of await listNextSelections(digest.id, max, triedInVain)) {
			mails.set(id, rendered.get(id) ?? (await renderSelection(digest, { id, content })));
		}
		rendered = mails;
		return mails;
	};
	const freezeNext = async (digest: Digest, max: number, triedInVain: boolean): Promise<HeldBatch | undefined> => {
		for (;;) {
			const mails = await render(digest, max, triedInVain);
			const frozen = await freezeBatch(digest.id, mails, max, triedInVain);
			counts.skipped += frozen?.skipped ?? 0;
			if (frozen === undefined || frozen.batch) return frozen?.batch;
		}
	};
	return async (tried: string[], room: number): Promise<HeldBatch | undefined> => {
		const open = await takeOpenBatch(tried);
		if (open) return open;
		for (const triedInVain of [false, true]) {
			for (const digest of digests) {
				const batch = await freezeNext(digest, Math.min(room, batchMax()), triedInVain);
				if (batch) return batch;
			}
		}
		return undefined;
	};
}

/** Waits while another process holds a batch, at most a second. Gives false when there is nothing to wait for. */
async function waitForOthers(tried: string[], signal: AbortSignal): Promise<boolean> {
	const seconds = await secondsToNextLapse(tried);
	if (seconds === undefined) return false;
	await pause(Math.min(Math.max(seconds, 0.1), 1), signal);
	return true;
}
