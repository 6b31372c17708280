import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { access, chmod, mkdir, readdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { env } from "../env";
import { senderAddress } from "./sender";
import type { Message, SendOutcome } from "./types";

const ID = /^[0-9a-f]{32}-[0-9]{1,2}$/;
const OURS = /^[0-9a-f]{32}-[0-9]{1,2}\.json/;

/** A mail may hold a link that signs in whoever opens it: for the owner's eyes only, as is `.data` around it. */
const DIRECTORY_MODE = 0o700;
const FILE_MODE = 0o600;

const outboxMail = z.object({
	id: z.string().regex(ID),
	from: z.string(),
	to: z.string(),
	subject: z.string(),
	html: z.string(),
	text: z.string(),
	headers: z.record(z.string(), z.string()),
	sentAt: z.iso.datetime(),
});

/** A mail that was written to a file instead of sent. */
export type OutboxMail = z.infer<typeof outboxMail>;

/**
 * Writes each mail to a file of its own in OUTBOX_DIR. File names derive from the key: what was written under a key
 * before stays as it is, so that repeating a half-done batch writes the rest.
 */
export async function writeToOutbox(messages: Message[], idempotencyKey: string): Promise<SendOutcome> {
	const directory = outboxDirectory();
	const stem = createHash("sha256").update(idempotencyKey).digest("hex").slice(0, 32);
	try {
		await openOutbox(directory);
		const ids = await Promise.all(
			messages.map(async ({ from, headers, ...message }, index) => {
				const id = `${stem}-${index}`;
				const sentAt = new Date().toISOString();
				await writeOnce(fileOf(id), {
					id,
					from: from ?? senderAddress(),
					...message,
					headers: headers ?? {},
					sentAt,
				});
				return id;
			}),
		);
		return { kind: "submitted", ids };
	} catch (error) {
		// A full or read-only disk. The path in the error's message is of no use to a reader of the ledger.
		const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
		return { kind: "retry", reason: `the outbox can't be written: ${code}` };
	}
}

/** Whether mail is kept, and may be read by whoever opens the outbox page: in a demo only. */
export function hasOutboxPage(): boolean {
	const { BROADSHEET_DEMO, OUTBOX_DIR, RESEND_API_KEY, SMTP_URL } = env();
	return BROADSHEET_DEMO && OUTBOX_DIR !== undefined && RESEND_API_KEY === undefined && SMTP_URL === undefined;
}

/** The newest mails, newest first. */
export async function listOutbox(limit: number): Promise<OutboxMail[]> {
	const files = (await filesInOutbox()).filter((name) => ID.test(name.replace(/\.json$/, "")));
	const dated = await Promise.all(
		files.map(async (name) => ({ name, writtenAt: (await stat(path.join(outboxDirectory(), name))).mtimeMs })),
	);
	dated.sort((a, b) => b.writtenAt - a.writtenAt || (a.name < b.name ? -1 : 1));
	const mails = await Promise.all(dated.slice(0, limit).map(({ name }) => findOutboxMail(name.replace(/\.json$/, ""))));
	return mails.filter((mail) => mail !== undefined);
}

/** One mail; undefined for an id that is malformed or that no file has. */
export async function findOutboxMail(id: string): Promise<OutboxMail | undefined> {
	if (!ID.test(id)) return undefined;
	try {
		return outboxMail.parse(JSON.parse(await readFile(fileOf(id), "utf8")));
	} catch (error) {
		if (isMissing(error)) return undefined;
		throw error;
	}
}

/** One that was there already, made by an earlier version say, is closed to others too, unless it serves for more than mails: /tmp. */
async function openOutbox(directory: string): Promise<void> {
	await mkdir(directory, { recursive: true, mode: DIRECTORY_MODE });
	const { uid, mode } = await stat(directory);
	if ((mode & 0o077) === 0 || uid !== process.geteuid?.()) return;
	const files = await readdir(directory);
	if (files.every((name) => OURS.test(name))) await chmod(directory, DIRECTORY_MODE);
}

/** Written beside and renamed into place: a reader sees the whole mail or none. */
async function writeOnce(file: string, mail: OutboxMail): Promise<void> {
	if (await exists(file)) return;
	const draft = `${file}.${randomUUID()}.draft`;
	await writeFile(draft, JSON.stringify(mail, null, "\t"), { mode: FILE_MODE });
	await rename(draft, file);
}

async function exists(file: string): Promise<boolean> {
	try {
		await access(file);
		return true;
	} catch (error) {
		if (isMissing(error)) return false;
		throw error;
	}
}

async function filesInOutbox(): Promise<string[]> {
	try {
		return await readdir(outboxDirectory());
	} catch (error) {
		// Before the first mail there is no directory.
		if (isMissing(error)) return [];
		throw error;
	}
}

function isMissing(error: unknown): boolean {
	return error instanceof Error && "code" in error && error.code === "ENOENT";
}

function fileOf(id: string): string {
	return path.join(outboxDirectory(), `${id}.json`);
}

function outboxDirectory(): string {
	const { OUTBOX_DIR } = env();
	if (OUTBOX_DIR === undefined) throw new Error("OUTBOX_DIR is not set");
	return OUTBOX_DIR;
}
