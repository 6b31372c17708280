import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { listOutbox } from "@/lib/mail/outbox";
import { sendRequestedMail } from "@/lib/subscribers/mails";
import { confirm, subscribe, unsubscribe } from "@/lib/subscribers/mutations";
import { signConfirmToken, signUnsubscribeToken } from "@/lib/subscribers/tokens";
import { signToken } from "@/lib/tokens";

const outbox = () => process.env.OUTBOX_DIR ?? "";
const email = "reader@example.org";
const minutes = (count: number) => new Date(Date.now() + count * 60_000);

beforeEach(async () => {
	await db().$executeRaw`TRUNCATE subscribers, cooldowns CASCADE`;
	for (const name of await readdir(outbox())) await rm(path.join(outbox(), name));
});

/** Subscribes and sends what that calls for. Gives the mail, if there was one. */
async function subscribeAndSend(address = email, now = new Date()) {
	const before = (await listOutbox(1000)).map(({ id }) => id);
	const result = await subscribe(address, now);
	if (!result.ok) throw new Error(result.reason);
	if (result.value) await sendRequestedMail(result.value);
	return (await listOutbox(1000)).find(({ id }) => !before.includes(id));
}

const stateOf = async (address = email) => (await db().subscriber.findUnique({ where: { email: address } }))?.state;
const endCooldowns = () => db().cooldown.updateMany({ data: { expiresAt: new Date(0) } });
const tokenIn = (text: string) => /token=(\S+)/.exec(text)?.[1] ?? "";

test("a new address becomes pending, and a subscriber by the link in the mail", async () => {
	const mail = await subscribeAndSend();
	expect(mail).toMatchObject({ to: email, subject: "Confirm your subscription to Broadsheet" });
	expect(await stateOf()).toBe("pending");
	const token = tokenIn(mail?.text ?? "");
	expect(mail?.html).toContain(token);
	expect(await confirm(token, new Date())).toMatchObject({ ok: true });
	expect(await stateOf()).toBe("confirmed");
	expect(await confirm(token, new Date())).toMatchObject({ ok: true });
});

describe("whatever is known of an address, the answer is the same and one mail goes out", () => {
	test.each([
		["new", undefined, "Confirm your subscription to Broadsheet"],
		["pending", { state: "pending" as const }, "Confirm your subscription to Broadsheet"],
		["confirmed", { state: "confirmed" as const, confirmedAt: new Date() }, "You already subscribe to Broadsheet"],
		[
			"unsubscribed",
			{ state: "unsubscribed" as const, unsubscribedAt: new Date() },
			"Confirm your subscription to Broadsheet",
		],
	])("%s", async (_state, row, subject) => {
		if (row) await db().subscriber.create({ data: { email, ...row } });
		const now = new Date();
		expect(await subscribe(email, now)).toEqual({ ok: true, value: { email, requestedAt: now } });
		await sendRequestedMail({ email, requestedAt: now });
		expect((await listOutbox(10)).map((mail) => mail.subject)).toEqual([subject]);
		expect(await stateOf()).toBe(row?.state ?? "pending");
	});
});

test("an address gets one mail in ten minutes, others are free", async () => {
	expect(await subscribeAndSend()).toBeDefined();
	expect(await subscribe(email, new Date())).toEqual({ ok: true, value: undefined });
	expect(await subscribeAndSend("other@example.org")).toBeDefined();
	const { expiresAt } = await db().cooldown.findFirstOrThrow({ where: { key: { startsWith: "subscribe:" } } });
	expect(Math.round((expiresAt.getTime() - Date.now()) / 60_000)).toBe(10);
	await endCooldowns();
	expect(await subscribeAndSend()).toBeDefined();
});

test("an address that is entered all day gets three mails, and then one every eight hours", async () => {
	const pass = (seconds: number) =>
		db().$executeRaw`UPDATE cooldowns SET expires_at = expires_at - make_interval(secs => ${seconds})`;
	const sentAtMinute = [];
	for (let minute = 0; minute < 24 * 60; minute += 10) {
		if (await subscribeAndSend()) sentAtMinute.push(minute);
		await pass(600);
	}
	expect(sentAtMinute).toEqual([0, 10, 20, 480, 960]);
	expect(await subscribeAndSend("other@example.org")).toBeDefined();
});

test("a process that dies between the turn and the mail holds the address for a minute, and nobody is told of a mail", async () => {
	expect(await subscribe(email, new Date())).toMatchObject({ ok: true, value: { email } });
	expect(await subscribe(email, new Date())).toEqual({ ok: false, reason: "sending" });
	await db().$executeRaw`UPDATE cooldowns SET expires_at = expires_at - interval '59 seconds'`;
	expect(await subscribe(email, new Date())).toEqual({ ok: false, reason: "sending" });
	await db().$executeRaw`UPDATE cooldowns SET expires_at = expires_at - interval '1 second'`;
	expect(await subscribeAndSend()).toMatchObject({ to: email });
	expect(await subscribe(email, new Date())).toEqual({ ok: true, value: undefined });
});

test("of many at once one gets the turn", async () => {
	const results = await Promise.all(Array.from({ length: 20 }, () => subscribe(email, new Date())));
	expect(results.filter((result) => result.ok && result.value)).toHaveLength(1);
	expect(await db().subscriber.count()).toBe(1);
});

test("cooldowns hold no address", async () => {
	await subscribe(email, new Date());
	expect(JSON.stringify(await db().cooldown.findMany())).not.toContain("reader");
});

test("too many different addresses in a short time are refused, known or not", async () => {
	await db().$executeRaw`
		INSERT INTO cooldowns SELECT 'subscribe:' || n, now() + interval '5 minutes' FROM generate_series(1, 300) AS n`;
	await db().subscriber.create({ data: { email, state: "confirmed", confirmedAt: new Date() } });
	expect(await subscribe(email, new Date())).toEqual({ ok: false, reason: "crowded" });
	expect(await subscribe("other@example.org", new Date())).toEqual({ ok: false, reason: "crowded" });
	await endCooldowns();
	expect(await subscribe(email, new Date())).toMatchObject({ ok: true });
});

test("a mail that could not be sent gives the turn back", async () => {
	const directory = outbox();
	await rm(directory, { recursive: true });
	await writeFile(directory, "a file where the folder should be");
	expect(await subscribe(email, new Date())).toMatchObject({ ok: true });
	expect(await sendRequestedMail({ email, requestedAt: new Date() })).toEqual({ ok: false, reason: "not-sent" });
	await rm(directory);
	await mkdir(directory);
	expect(await subscribeAndSend()).toBeDefined();
});

test("someone who left comes back only by a link that is newer than their leaving", async () => {
	const first = tokenIn((await subscribeAndSend(email, minutes(-30)))?.text ?? "");
	await confirm(first, minutes(-29));
	const { id } = await db().subscriber.findUniqueOrThrow({ where: { email } });
	expect(await unsubscribe(await signUnsubscribeToken(id), minutes(-20))).toEqual({ ok: true, value: undefined });
	expect(await confirm(first, minutes(-19))).toEqual({ ok: false, reason: "outdated" });
	await endCooldowns();
	const second = tokenIn((await subscribeAndSend(email, minutes(-10)))?.text ?? "");
	expect(await stateOf()).toBe("unsubscribed");
	expect(await confirm(first, minutes(-9))).toEqual({ ok: false, reason: "outdated" });
	expect(await confirm(second, minutes(-9))).toMatchObject({ ok: true });
	expect(await stateOf()).toBe("confirmed");
});

test("unsubscribing again keeps the first instant; it also ends a mere wish", async () => {
	const { id } = await db().subscriber.create({ data: { email } });
	const token = await signUnsubscribeToken(id);
	const first = minutes(-5);
	await unsubscribe(token, first);
	await unsubscribe(token, new Date());
	expect(await db().subscriber.findUnique({ where: { id } })).toMatchObject({
		state: "unsubscribed",
		unsubscribedAt: first,
	});
	expect(await confirm(await signConfirmToken({ subscriberId: id, issuedAt: minutes(-6) }), new Date())).toEqual({
		ok: false,
		reason: "outdated",
	});
});

test("tokens that are not ours, over, for something else or of nobody do nothing", async () => {
	const { id } = await db().subscriber.create({ data: { email } });
	const issuedAt = minutes(-60 * 49);
	for (const token of [
		"",
		"x",
		await signConfirmToken({ subscriberId: id, issuedAt }),
		await signUnsubscribeToken(id),
	]) {
		expect(await confirm(token, new Date())).toEqual({ ok: false, reason: "invalid" });
	}
	const nobody = "0b6f7c1e-6f3e-4c7a-9a53-3f3b0f6f2f10";
	const stray = await signConfirmToken({ subscriberId: nobody, issuedAt: new Date() });
	expect(await confirm(stray, new Date())).toEqual({ ok: false, reason: "invalid" });
	expect(await unsubscribe(await signToken("unsubscribe", "no uuid"), new Date())).toEqual({
		ok: false,
		reason: "invalid",
	});
	expect(await unsubscribe(await signUnsubscribeToken(nobody), new Date())).toEqual({ ok: true, value: undefined });
	expect(await stateOf()).toBe("pending");
});
