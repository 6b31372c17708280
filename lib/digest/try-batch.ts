import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { sendBatch } from "../mail/mailer";
import { awaitTurn, holdTurns } from "../mail/pace";
import type { SendOutcome } from "../mail/types";
import { type HeldBatch, noteTry } from "./batches";
import { toMessages } from "./payload";

const TRIES = 4;

/** The longest wait asked for that is worth staying for: rate limits are by the second, quotas by the day. */
const PATIENCE_SECONDS = 5;

/** Tries a batch until it has an end, a longer wait is asked for or patience is over. An `unknown` outlasts a later `retry`. */
export async function tryBatch(batch: HeldBatch, signal: AbortSignal): Promise<SendOutcome> {
	const messages = toMessages(batch.payload);
	let unknown: SendOutcome | undefined;
	for (let tries = 1; ; tries += 1) {
		await awaitTurn(signal);
		await noteTry(batch.id);
		const outcome = await sendBatch(messages, batch.id);
		if (outcome.kind === "submitted" || outcome.kind === "rejected") return outcome;
		if (outcome.kind === "unknown") unknown = outcome;
		const wait = outcome.afterSeconds ?? PATIENCE_SECONDS;
		if (tries === TRIES || wait > PATIENCE_SECONDS || signal.aborted) return unknown ?? outcome;
		if (outcome.kind === "retry") holdTurns(wait);
		// One second, then two, then four, unless more is asked for: an outage is not mended by asking faster.
		else await pause(Math.max(wait, 2 ** (tries - 1)), signal);
	}
}

/** Waits, or until the signal. */
export async function pause(seconds: number, signal: AbortSignal): Promise<void> {
	await sleep(seconds * 1000, undefined, { signal }).catch((error: unknown) => {
		if (!signal.aborted) throw error;
	});
}
