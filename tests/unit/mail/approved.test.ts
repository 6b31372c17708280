import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import MailComposer from "nodemailer/lib/mail-composer";
import { beforeAll, expect, test } from "vitest";
import type { Message } from "@/lib/mail/types";
import { FROM, NOW, writeSamples } from "./samples";

const APPROVED = new URL("../../approved/mails/", import.meta.url);

let samples: Map<string, Message>;

beforeAll(async () => {
	samples = await writeSamples();
});

/** The message as it goes out, but for what is another in each: its date, its id and the line between its parts. */
async function compose(name: string, { from = FROM, ...message }: Message): Promise<string> {
	const mail = new MailComposer({
		from,
		...message,
		textEncoding: "quoted-printable",
		date: NOW,
		messageId: `<${createHash("sha256").update(name).digest("hex").slice(0, 32)}@papers.example.org>`,
		baseBoundary: "between-the-parts",
	});
	return (await mail.compile().build()).toString("ascii").replaceAll("\r\n", "\n");
}

// A change that was meant is approved with `vitest run --project unit tests/unit/mail/approved.test.ts -u`, and its files read.
test("each kind of mail is, to the byte, as it was approved", async () => {
	for (const [name, message] of samples) {
		await expect(await compose(name, message)).toMatchFileSnapshot(new URL(`${name}.eml`, APPROVED).pathname);
	}
});

test("there is no approved mail that is not sent any more", async () => {
	const files = await readdir(APPROVED);
	expect(files.sort()).toEqual([...samples.keys()].map((name) => `${name}.eml`).sort());
});
