import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { env } from "../env";
import { log } from "../log";
import { isSender } from "../mail-address";
import { findFault } from "./headers";
import { writeToOutbox } from "./outbox";
import { submitBatch, submitOne } from "./resend";
import { senderAddress } from "./sender";
import { submitBySmtp } from "./smtp";
import type { Message, SendOutcome } from "./types";

/** Resend's limit for one request. */
const BATCH_MAX = 100;

const BATCHES_AT_ONCE = 4;

/** Well within the time for which Resend knows a key: 24 hours. */
const KEY_HOURS = 23;

const TRIES = 3;
const PATIENCE_SECONDS = 3;

/** How many mails make a batch at most. By SMTP one: whatever dies in between leaves one mail in doubt. */
export function batchMax(): number {
	return usesSmtp() ? 1 : BATCH_MAX;
}

/** How many batches may be under way at once: an answer takes longer than the provider's limit would let us wait. */
export function batchesAtOnce(): number {
	return usesResend() ? BATCHES_AT_ONCE : 1;
}

/**
 * For how many hours after the first try a mail that may have been accepted can be sent again under its key without going out
 * twice. Zero where nobody knows of keys: then never.
 */
export function keyHours(): number {
	return usesSmtp() ? 0 : KEY_HOURS;
}

/**
 * Sends one mail: through Resend, by SMTP or, where neither is set, into the outbox. Tries again for a few seconds where that may help:
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
		const outcome = await submitAlone(message, idempotencyKey);
		if (outcome.kind === "submitted" || outcome.kind === "rejected") return outcome;
		const wait = outcome.afterSeconds ?? 1;
		if (tries === TRIES || wait > PATIENCE_SECONDS) return outcome;
		await sleep(wait * 1000);
	}
}

/**
 * Sends up to `batchMax()` mails in one request, once: whoever keeps the ledger of batches decides about trying again.
 *
 * @param idempotencyKey of this batch; a repetition needs the same messages in the same order
 */
export async function sendBatch(messages: Message[], idempotencyKey: string): Promise<SendOutcome> {
	const [first] = messages;
	if (first === undefined || messages.length > batchMax()) throw new RangeError(`a batch has 1 to ${batchMax()} mails`);
	const refusal = check(messages);
	if (refusal) return refusal;
	if (usesSmtp()) return submitBySmtp(first, idempotencyKey);
	return usesResend() ? submitBatch(messages, idempotencyKey) : writeToOutbox(messages, idempotencyKey);
}

async function submitAlone(message: Message, idempotencyKey: string): Promise<SendOutcome> {
	if (usesSmtp()) return submitBySmtp(message, idempotencyKey);
	return usesResend() ? submitOne(message, idempotencyKey) : writeToOutbox([message], idempotencyKey);
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

function usesSmtp(): boolean {
	return env().SMTP_URL !== undefined;
}
