import "server-only";
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { env } from "../env";
import { log } from "../log";
import { readSmtpUrl } from "../smtp-url";
import { senderAddress } from "./sender";
import { readSmtpError } from "./smtp-answers";
import type { Message, SendOutcome } from "./types";

/** For all of one mail; shorter than the time for which the ledgers hold it. */
const TIMEOUT_MS = 30_000;
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Submits one mail to the server of SMTP_URL, over a connection of its own.
 *
 * @param idempotencyKey names the mail: the same key gives the same Message-ID, which is all that SMTP has of it. Nobody
 *   keeps a repetition from going out twice
 * @returns the Message-ID as its id
 */
export async function submitBySmtp(message: Message, idempotencyKey: string): Promise<SendOutcome> {
	const { envelope, id, bytes } = await composeMail(message, idempotencyKey);
	let began = false;
	// Read from as soon as the server has said that it takes the mail, and no earlier.
	const body = new Readable({
		read() {
			began = true;
			this.push(bytes);
			this.push(null);
		},
	});
	try {
		await converse(envelope, body);
		return { kind: "submitted", ids: [id] };
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		const { needsOperator, ...outcome } = readSmtpError(error, began);
		if (needsOperator)
			log.error({ reason: outcome.reason }, "the SMTP server takes no mail from us: check SMTP_URL and MAIL_FROM");
		return outcome;
	}
}

async function composeMail({ from = senderAddress(), to, subject, html, text, headers = {} }: Message, key: string) {
	const composer = new MailComposer({ from, to, subject, html, text, headers, textEncoding: "quoted-printable" });
	const mail = composer.compile();
	const envelope = mail.getEnvelope();
	const domain = String(envelope.from).split("@").at(-1);
	const id = `<${createHash("sha256").update(key).digest("hex").slice(0, 32)}@${domain}>`;
	mail.setHeader("Message-ID", id);
	return { envelope, id, bytes: await mail.build() };
}

/** Says all that SMTP wants said of one mail. Fulfilled once the server has taken it. */
async function converse(envelope: SMTPConnection.Envelope, body: Readable): Promise<void> {
	const settings = readSmtpUrl(env().SMTP_URL ?? "");
	if (settings === undefined) throw new Error("SMTP_URL is not set");
	const { credentials, ...server } = settings;
	const connection = new SMTPConnection({
		...server,
		connectionTimeout: CONNECT_TIMEOUT_MS,
		greetingTimeout: CONNECT_TIMEOUT_MS,
		socketTimeout: TIMEOUT_MS,
	});
	let timer: NodeJS.Timeout | undefined;
	try {
		await new Promise<void>((resolve, reject) => {
			timer = setTimeout(() => reject(new Error("the server took too long")), TIMEOUT_MS);
			const settle = (error?: Error | null) => (error ? reject(error) : resolve());
			const send = () => connection.send(envelope, body, settle);
			// What comes after the promise is settled is of no interest, but would end the process if nobody listened.
			connection.on("error", reject);
			// Where the server said why, that is told right after.
			connection.on("end", () => setImmediate(reject, new Error("the server closed the connection")));
			connection.connect((error) => {
				if (error) reject(error);
				else if (credentials) connection.login(credentials, (refusal) => (refusal ? reject(refusal) : send()));
				else send();
			});
		});
		connection.quit();
	} finally {
		clearTimeout(timer);
		connection.close();
	}
}
