import "server-only";
import { Resend } from "resend";
import { z } from "zod";
import { env } from "../env";
import { log } from "../log";
import { learnPace } from "./pace";
import { readResendError } from "./resend-answers";
import { senderAddress } from "./sender";
import type { Message, SendOutcome } from "./types";

const ONE_TIMEOUT_MS = 10_000;
const BATCH_TIMEOUT_MS = 30_000;

const oneAnswer = z.object({ id: z.string().min(1) });
const batchAnswer = z.object({ data: z.array(oneAnswer) });

/** Submits one mail to Resend. The key makes a repetition with the same bytes harmless for 24 hours. */
export async function submitOne(message: Message, idempotencyKey: string): Promise<SendOutcome> {
	const { data, error, headers } = await client().emails.send(toEmail(message), {
		idempotencyKey,
		signal: AbortSignal.timeout(ONE_TIMEOUT_MS),
	});
	if (error) return refuse(error, headers);
	const answer = oneAnswer.safeParse(data);
	return answer.success ? { kind: "submitted", ids: [answer.data.id] } : unreadable();
}

/** Submits up to 100 mails to Resend in one request, all or none of which it accepts ("strict" validation). */
export async function submitBatch(messages: Message[], idempotencyKey: string): Promise<SendOutcome> {
	const { data, error, headers } = await client().fetchRequest<unknown>("/emails/batch", {
		method: "POST",
		headers: {
			Authorization: `Bearer ${env().RESEND_API_KEY}`,
			"Content-Type": "application/json",
			"Idempotency-Key": idempotencyKey,
			"User-Agent": client().userAgent,
			"x-batch-validation": "strict",
		},
		body: encodeBatch(messages),
		signal: AbortSignal.timeout(BATCH_TIMEOUT_MS),
	});
	learnPace(headers);
	if (error) return refuse(error, headers);
	const answer = batchAnswer.safeParse(data);
	if (!answer.success || answer.data.data.length !== messages.length) return unreadable();
	return { kind: "submitted", ids: answer.data.data.map(({ id }) => id) };
}

let made: Resend | undefined;

function client(): Resend {
	const { RESEND_API_KEY, RESEND_BASE_URL } = env();
	made ??= new Resend(RESEND_API_KEY, RESEND_BASE_URL === undefined ? {} : { baseUrl: RESEND_BASE_URL });
	return made;
}

function toEmail({ from, to, subject, html, text, headers }: Message) {
	return { from: from ?? senderAddress(), ...(headers && { headers }), html, subject, text, to };
}

/**
 * The bytes that the SDK would send of a batch, made mail by mail: in one string of some megabytes, a single letter beyond
 * Latin would double all the others, and there are copies of it on its way.
 */
function encodeBatch(messages: Message[]): Uint8Array {
	const pieces = messages.flatMap((message, index) => {
		const { from, headers, html, ...others } = toEmail(message);
		const [start, end] = [JSON.stringify({ from, headers }).slice(0, -1), JSON.stringify(others).slice(1)];
		return [index === 0 ? "[" : ",", start, ',"html":', JSON.stringify(html), ",", end];
	});
	pieces.push("]");
	const bytes = Buffer.alloc(pieces.reduce((size, piece) => size + Buffer.byteLength(piece), 0));
	let written = 0;
	for (const piece of pieces) written += bytes.write(piece, written);
	return bytes;
}

function refuse(error: unknown, headers: Record<string, string> | null): SendOutcome {
	const { needsOperator, ...outcome } = readResendError(error, headers);
	if (needsOperator) {
		log.error(
			{ reason: outcome.reason },
			"Resend takes no mail from us: check RESEND_API_KEY, MAIL_FROM, its domain and the quota",
		);
	}
	return outcome;
}

/** A success without the ids it should have, for example cut by a proxy: the same request will give the same answer whole. */
function unreadable(): SendOutcome {
	return { kind: "unknown", reason: "Resend answered success without the ids of the mails" };
}
