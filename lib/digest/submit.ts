import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { log } from "../log";
import { BATCH_MAX, sendBatch } from "../mail/mailer";
import type { SendOutcome } from "../mail/types";
import { freezeBatch, type HeldBatch, noteTry, secondsToNextLapse, takeOpenBatch } from "./batches";
import { type DigestMailParts, renderDigest } from "./mail";
import { toMessages } from "./payload";
import { releaseBatch, settleRejected, settleSubmitted } from "./settle";
import type { Digest, DigestCounts } from "./types";

const TRIES = 4;

/** The longest wait asked for that is worth staying for: rate limits are by the second, quotas by the day. */
const PATIENCE_SECONDS = 5;

/** After so many batches in a row without an answer, it is not the batch. */
const FAILING_BATCHES_MAX = 2;

/** After so many mails in a row refused one by one, it is not their recipients: the rest is kept for when it is mended. */
const REJECTED_IN_A_ROW_MAX = 10;

type Submitted = Pick<DigestCounts, "submitted" | "rejected" | "skipped">;

/**
 * Submits what waits: batches left open by earlier runs first, then the digests' deliveries in batches of up to 100. What
 * another process is at is left to it, and taken over if it does not finish.
 *
 * @param digests whose deliveries may still be mailed
 * @param limit how many deliveries to try at most
 * @param signal ends the run after the batch that is under way
 */
export async function submitDeliveries(digests: Digest[], limit: number, signal: AbortSignal): Promise<Submitted> {
	const counts: Submitted = { submitted: 0, rejected: 0, skipped: 0 };
	const tried: string[] = [];
	const nextBatch = openBatches(digests, counts);
	let failingInARow = 0;
	let rejectedInARow = 0;
	while (!signal.aborted) {
		const room = limit - counts.submitted - counts.rejected;
		if (room <= 0) break;
		const batch = await nextBatch(tried, room);
		if (batch === undefined) {
			if (await waitForOthers(tried, signal)) continue;
			break;
		}
		const outcome = await tryBatch(batch, signal);
		if (outcome.kind === "submitted") {
			counts.submitted += await settleSubmitted(batch, outcome.ids);
			failingInARow = rejectedInARow = 0;
		} else if (outcome.kind === "rejected") {
			const rejected = await settleRejected(batch, outcome.reason);
			counts.rejected += rejected;
			rejectedInARow += rejected;
			if (rejected > 0) log.warn({ batch: batch.id, reason: outcome.reason }, "the provider rejects a digest mail");
			if (rejectedInARow >= REJECTED_IN_A_ROW_MAX) break;
		} else {
			const mayBeAccepted = batch.mayBeAccepted || outcome.kind === "unknown";
			await releaseBatch(batch, outcome.reason, mayBeAccepted);
			log.warn(
				{ batch: batch.id, outcome: outcome.kind, reason: outcome.reason },
				"a digest batch waits for another run",
			);
			tried.push(batch.id);
			failingInARow += 1;
			// A refusal that is not about the batch would meet the next one as well.
			if (outcome.kind === "retry" || failingInARow >= FAILING_BATCHES_MAX) break;
		}
	}
	return counts;
}

/** Finds the next batch to try. A digest is rendered once, when its first batch is frozen. */
function openBatches(digests: Digest[], counts: Submitted) {
	const rendered = new Map<string, Promise<DigestMailParts>>();
	return async (tried: string[], room: number): Promise<HeldBatch | undefined> => {
		const open = await takeOpenBatch(tried);
		if (open) return open;
		for (const digest of digests) {
			const mail = rendered.get(digest.id) ?? renderDigest(digest);
			rendered.set(digest.id, mail);
			for (;;) {
				const frozen = await freezeBatch(digest.id, await mail, Math.min(room, BATCH_MAX));
				if (frozen === undefined) break;
				counts.skipped += frozen.skipped;
				if (frozen.batch) return frozen.batch;
			}
		}
		return undefined;
	};
}

/** Tries a batch until it has an end, a longer wait is asked for or patience is over. An `unknown` outlasts a later `retry`. */
async function tryBatch(batch: HeldBatch, signal: AbortSignal): Promise<SendOutcome> {
	const messages = toMessages(batch.payload);
	let unknown: SendOutcome | undefined;
	for (let tries = 1; ; tries += 1) {
		await noteTry(batch.id);
		const outcome = await sendBatch(messages, batch.id);
		if (outcome.kind === "submitted" || outcome.kind === "rejected") return outcome;
		if (outcome.kind === "unknown") unknown = outcome;
		const wait = outcome.afterSeconds ?? PATIENCE_SECONDS;
		if (tries === TRIES || wait > PATIENCE_SECONDS || signal.aborted) return unknown ?? outcome;
		// One second, then two, then four, unless more is asked for: an outage is not mended by asking faster.
		await pause(Math.max(wait, outcome.kind === "unknown" ? 2 ** (tries - 1) : 0), signal);
	}
}

/** Waits while another process holds a batch, at most a second. Gives false when there is nothing to wait for. */
async function waitForOthers(tried: string[], signal: AbortSignal): Promise<boolean> {
	const seconds = await secondsToNextLapse(tried);
	if (seconds === undefined) return false;
	await pause(Math.min(Math.max(seconds, 0.1), 1), signal);
	return true;
}

async function pause(seconds: number, signal: AbortSignal): Promise<void> {
	await sleep(seconds * 1000, undefined, { signal }).catch((error: unknown) => {
		if (!signal.aborted) throw error;
	});
}
