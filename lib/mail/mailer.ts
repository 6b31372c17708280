import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { env } from "../env";
import { log } from "../log";
import { isSender } from "../mail-address";
import { findFault } from "./headers";
import { writeToOutbox } from "./outbox";
import { submitBatch, submitOne } from "./resend";
import { senderAddress } from "./sender";
import type { Message, SendOutcome } from "./types";

/** Resend's limit for one request. */
export const BATCH_MAX = 100;

const TRIES = 3;
const PATIENCE_SECONDS = 3;

/**
 * Sends one mail, through Resend or, without a key, into the outbox. Tries again for a few seconds where that may help:
 * nobody else will.
 *
 * @param idempotencyKey names the occasion, up to 256 characters without address or token: repeating it within 24 hours
 *   with the same message sends nothing twice
 * @returns what became of it; the caller logs, and says so to the person who waits for the mail
 */
export async function sendMail(message: Message, idempotencyKey: string): Promise<SendOutcome> {
	const refusal = check([message]);
	if (refusal) return refusal;
	for (let tries = 1; ; tries += 1) {
		const outcome = usesResend()
			? await submitOne(message, idempotencyKey)
			: await writeToOutbox([message], idempotencyKey);
		if (outcome.kind === "submitted" || outcome.kind === "rejected") return outcome;
		const wait = outcome.afterSeconds ?? 1;
		if (tries === TRIES || wait > PATIENCE_SECONDS) return outcome;
		await sleep(wait * 1000);
	}
}

/**
 * Sends up to 100 mails in one request, once: whoever keeps the ledger of batches decides about trying again.
 *
 * @param idempotencyKey of this batch; a repetition needs the same messages in the same order
 */
export async function sendBatch(messages: Message[], idempotencyKey: string): Promise<SendOutcome> {
	if (messages.length === 0 || messages.length > BATCH_MAX) throw new RangeError(`a batch has 1 to ${BATCH_MAX} mails`);
	const refusal = check(messages);
	if (refusal) return refusal;
	return usesResend() ? submitBatch(messages, idempotencyKey) : writeToOutbox(messages, idempotencyKey);
}

function check(messages: Message[]): SendOutcome | undefined {
	if (!messages.every(({ from }) => isSender(from ?? senderAddress()))) {
		// A setting of ours: no mail is to be given up for it.
		log.error("MAIL_FROM must be an address or `Name <address>`");
		return { kind: "retry", reason: "MAIL_FROM is not an address", afterSeconds: 300 };
	}
	const fault = messages.map(findFault).find((found) => found !== undefined);
	return fault === undefined ? undefined : { kind: "rejected", reason: fault };
}

function usesResend(): boolean {
	return env().RESEND_API_KEY !== undefined;
}
