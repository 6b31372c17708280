import { chmod, mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { env } from "@/lib/env";
import { sendBatch, sendMail } from "@/lib/mail/mailer";
import { findOutboxMail, listOutbox } from "@/lib/mail/outbox";

let directory: string;

beforeAll(async () => {
	directory = await mkdtemp(path.join(os.tmpdir(), "outbox-"));
	process.env.OUTBOX_DIR = path.join(directory, "not-there-yet");
});

afterAll(() => rm(directory, { recursive: true, force: true }));

const mailTo = (to: string) => ({ to, subject: `To ${to}`, html: "<p>x</p>", text: "x", headers: { "X-One": "1" } });

test("an outbox before its first mail is empty", async () => {
	expect(await listOutbox(10)).toEqual([]);
});

test("a mail is written once a key, whole, and can be read back", async () => {
	const outcome = await sendMail(mailTo("a@example.org"), "first");
	expect(await sendMail(mailTo("a@example.org"), "first")).toEqual(outcome);
	const mails = await listOutbox(10);
	expect(mails).toHaveLength(1);
	expect(outcome).toEqual({ kind: "submitted", ids: [mails[0]?.id] });
	expect(await findOutboxMail(mails[0]?.id ?? "")).toMatchObject({
		...mailTo("a@example.org"),
		sentAt: expect.any(String),
	});
	expect((await readdir(path.join(directory, "not-there-yet"))).filter((name) => !name.endsWith(".json"))).toEqual([]);
});

test("a batch gives its ids in order, and newest mails come first", async () => {
	const outcome = await sendBatch([mailTo("b@example.org"), mailTo("c@example.org")], "second");
	if (outcome.kind !== "submitted") throw new Error(outcome.reason);
	const recipients = await Promise.all(outcome.ids.map(async (id) => (await findOutboxMail(id))?.to));
	expect(recipients).toEqual(["b@example.org", "c@example.org"]);
	const [, newest] = outcome.ids;
	const later = new Date(Date.now() + 60_000);
	await utimes(path.join(directory, "not-there-yet", `${newest}.json`), later, later);
	expect((await listOutbox(1)).map((mail) => mail.id)).toEqual([newest]);
});

test.each(["../../etc/passwd", "", "x", `${"0".repeat(32)}-0`])("the id %j leads to no file", async (id) => {
	expect(await findOutboxMail(id)).toBeUndefined();
});

test("a mail with a fault is not written", async () => {
	const before = await listOutbox(10);
	expect(await sendMail({ ...mailTo("a@example.org"), subject: "a\nb" }, "third")).toMatchObject({ kind: "rejected" });
	expect(await listOutbox(10)).toHaveLength(before.length);
});

const modeOf = async (...parts: string[]) => (await stat(path.join(directory, ...parts))).mode & 0o777;

test("nobody but the owner may read a mail: it may hold a link that signs in", async () => {
	await sendMail(mailTo("a@example.org"), "for the owner");
	expect(await modeOf("not-there-yet")).toBe(0o700);
	for (const name of await readdir(path.join(directory, "not-there-yet")))
		expect(await modeOf("not-there-yet", name)).toBe(0o600);
});

test("an outbox that was open to others is closed, a folder that serves for more than mails is not", async () => {
	await chmod(path.join(directory, "not-there-yet"), 0o755);
	await sendMail(mailTo("a@example.org"), "into an open outbox");
	expect(await modeOf("not-there-yet")).toBe(0o700);

	const shared = path.join(directory, "shared");
	await mkdir(shared);
	await chmod(shared, 0o755);
	await writeFile(path.join(shared, "thesis.txt"), "mine");
	const before = env().OUTBOX_DIR;
	Object.assign(env(), { OUTBOX_DIR: shared });
	const outcome = await sendMail(mailTo("a@example.org"), "into a shared folder");
	Object.assign(env(), { OUTBOX_DIR: before });
	expect(outcome.kind === "submitted" && (await modeOf("shared", `${outcome.ids[0]}.json`))).toBe(0o600);
	expect(await modeOf("shared")).toBe(0o755);
});
