import "server-only";
import { log } from "../log";
import type { SendOutcome } from "../mail/types";
import type { HeldBatch } from "./batches";
import { releaseBatch, setAside, settleRejected, settleSubmitted } from "./settle";
import type { DigestCounts } from "./types";

/** After so many batches in a row without an answer, it is not the batch. */
const FAILING_BATCHES_MAX = 2;

/** After so many mails in a row refused one by one, it is not their recipients: the rest is kept for when it is mended. */
const REJECTED_IN_A_ROW_MAX = 10;

/**
 * Writes down how a run's batches end.
 *
 * @param counts is added to
 * @param tried gets the ids of those that this run has tried enough
 * @returns what ends a batch, and gives why no other is to be tried; undefined where others may fare better
 */
export function prepareEnds(counts: Pick<DigestCounts, "submitted" | "rejected">, tried: string[]) {
	let failingInARow = 0;
	let rejectedInARow = 0;
	const refused = (count: number, reason: string) => {
		rejectedInARow += count;
		if (rejectedInARow < REJECTED_IN_A_ROW_MAX) return undefined;
		return `${REJECTED_IN_A_ROW_MAX} mails in a row were refused, the last as ${reason}`;
	};
	return async (batch: HeldBatch, outcome: SendOutcome): Promise<string | undefined> => {
		if (outcome.kind === "submitted") {
			const submitted = await settleSubmitted(batch, outcome.ids);
			counts.submitted += submitted;
			failingInARow = rejectedInARow = 0;
			return undefined;
		}
		const { reason } = outcome;
		if (outcome.kind === "rejected") {
			const rejected = await settleRejected(batch, reason);
			counts.rejected += rejected;
			if (rejected > 0) log.warn({ batch: batch.id, reason }, "the provider rejects a digest mail");
			return refused(rejected, reason);
		}
		tried.push(batch.id);
		if (outcome.kind === "retry" && outcome.alone && !batch.mayBeAccepted) {
			await setAside(batch, reason);
			return refused(1, reason);
		}
		await releaseBatch(batch, reason, batch.mayBeAccepted || outcome.kind === "unknown");
		log.warn({ batch: batch.id, outcome: outcome.kind, reason }, "a digest batch waits for another run");
		failingInARow += 1;
		// A refusal that is not about the batch would meet the next one as well.
		return outcome.kind === "retry" || failingInARow >= FAILING_BATCHES_MAX ? reason : undefined;
	};
}
