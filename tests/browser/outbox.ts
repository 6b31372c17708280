import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";
import type { OutboxMail } from "../../lib/mail/outbox";

export type Outbox = ReturnType<typeof openOutbox>;

/** Reads the mails that a server wrote instead of sending them. */
export function openOutbox(directory: string) {
	async function list(): Promise<OutboxMail[]> {
		const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
			// Before the first mail there is no directory.
			if (error.code === "ENOENT") return [];
			throw error;
		});
		const files = names.filter((name) => name.endsWith(".json"));
		const mails = await Promise.all(
			files.map(async (name): Promise<OutboxMail> => JSON.parse(await readFile(path.join(directory, name), "utf8"))),
		);
		return mails.sort((a, b) => a.sentAt.localeCompare(b.sentAt));
	}

	/** Those sent to an address, oldest first; `subject` may be a part of it. */
	async function find({ to, subject = "" }: { to: string; subject?: string | RegExp }): Promise<OutboxMail[]> {
		const mails = await list();
		return mails.filter((mail) => mail.to === to && mail.subject.match(subject) !== null);
	}

	return {
		list,
		find,
		/** Waits for such a mail to be there, and gives the newest. */
		async waitFor(wanted: { to: string; subject?: string | RegExp }): Promise<OutboxMail> {
			let newest: OutboxMail | undefined;
			const look = async () => {
				newest = (await find(wanted)).at(-1);
				return newest !== undefined;
			};
			await expect.poll(look, { message: `a mail to ${wanted.to}, ${wanted.subject ?? "any subject"}` }).toBe(true);
			if (newest === undefined) throw new Error("unreachable: the poll found a mail");
			return newest;
		},
	};
}
