import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { requestSignIn } from "@/lib/accounts/mutations";
import { db } from "@/lib/db/client";
import { listBalances } from "@/lib/digest/queries";
import { runDigest } from "@/lib/digest/run";
import { sendRequestedMail } from "@/lib/subscribers/mails";
import { subscribe } from "@/lib/subscribers/mutations";
import { parseUtcDate, type UtcDate } from "@/lib/time";
import { FakeSmtp } from "@/tests/fakes/smtp";
import { addEdition, addSubscribers, clear, countStates, lapseLeases } from "./scene";

// A hundredth of the waits: their order and number are what counts here.
vi.mock("node:timers/promises", async (load) => {
	const timers = await load<typeof import("node:timers/promises")>();
	return { ...timers, setTimeout: (ms: number, ...rest: [unknown, object]) => timers.setTimeout(ms / 100, ...rest) };
});

const smtp = new FakeSmtp();
process.env.SMTP_URL = `smtp://127.0.0.1:${await smtp.start()}`;
process.env.MAIL_FROM = "Broadsheet <digest@example.org>";
process.env.UNSUBSCRIBE_MAILTO = "leave+digest@example.org";
const edition = parseUtcDate("2026-06-08") as UtcDate;
const now = new Date("2026-06-09T06:00:00Z");

beforeEach(async () => {
	smtp.reset();
	await clear();
	await addEdition(edition);
});

afterAll(() => smtp.stop());

const refusing = (email: string | undefined, code: number, text: string) => ({
	at: "to" as const,
	...(email !== undefined && { only: email }),
	answer: { code, text },
});

/** Every address was sent one mail. */
function expectOnceEach(emails: string[]) {
	expect(smtp.got.flatMap(({ to }) => to).sort()).toEqual([...emails].sort());
}

test("fifty subscribers get one mail each, and the ledger adds up", async () => {
	const emails = await addSubscribers(50);
	expect(await runDigest({ now })).toMatchObject({ planned: 50, submitted: 50, waiting: 0 });
	expect(await runDigest({ now })).toMatchObject({ planned: 0, submitted: 0, waiting: 0 });
	expectOnceEach(emails);
	expect(await listBalances(1)).toMatchObject([{ planned: 50, submitted: 50, rejected: 0, unknown: 0, waiting: 0 }]);
	const ids = (await db().delivery.findMany()).map(({ providerId }) => providerId);
	expect(ids.sort()).toEqual(smtp.got.map(({ headers }) => headers.get("message-id")).sort());
});

test("a digest says how to leave by the site and by mail", async () => {
	await addSubscribers(1);
	await runDigest({ now });
	expect(smtp.got[0]?.headers.get("list-unsubscribe")).toMatch(
		/^<http:\/\/127\.0\.0\.1:4200\/api\/unsubscribe\?token=([\w.-]+)>, <mailto:leave%2Bdigest@example\.org\?subject=unsubscribe%20\1>$/,
	);
});

test("who is refused is rejected alone, who has to wait gets it with the next run, the others at once", async () => {
	await addSubscribers(5);
	smtp.faults = [
		refusing("reader2@example.org", 550, "5.1.1 no such user"),
		refusing("reader4@example.org", 451, "4.7.1 greylisted"),
	];
	expect(await runDigest({ now })).toMatchObject({ submitted: 3, rejected: 1, waiting: 1 });
	expectOnceEach(["reader1@example.org", "reader3@example.org", "reader5@example.org"]);
	smtp.faults.pop();
	expect(await runDigest({ now })).toMatchObject({ submitted: 1, rejected: 0, waiting: 0 });
	expect(smtp.got.at(-1)?.to).toEqual(["reader4@example.org"]);
	expect(await db().deliveryBatch.count({ where: { state: "open" } })).toBe(0);
});

test("who leaves while the server has them wait gets nothing", async () => {
	await addSubscribers(2);
	smtp.faults = [refusing("reader1@example.org", 451, "4.7.1 greylisted")];
	await runDigest({ now });
	smtp.faults = [];
	await db().subscriber.updateMany({ data: { state: "unsubscribed", unsubscribedAt: now } });
	expect(await runDigest({ now })).toMatchObject({ submitted: 0, skipped: 1, waiting: 0 });
	expectOnceEach(["reader2@example.org"]);
});

test("those who have to wait keep nobody else's mail for long", async () => {
	const emails = await addSubscribers(14);
	smtp.faults = emails.slice(0, 12).map((email) => refusing(email, 452, "4.2.2 mailbox full"));
	await runDigest({ now });
	expect(await runDigest({ now })).toMatchObject({ waiting: 12 });
	expectOnceEach(emails.slice(12));
});

test("a server that sends for others only loses nobody's mail", async () => {
	const emails = await addSubscribers(3);
	smtp.faults = [refusing(undefined, 554, "5.7.1 Relay access denied")];
	expect(await runDigest({ now })).toMatchObject({ submitted: 0, rejected: 0, waiting: 3 });
	expect(smtp.connections).toBe(1);
	smtp.faults = [];
	expect(await runDigest({ now })).toMatchObject({ submitted: 3, waiting: 0 });
	expectOnceEach(emails);
});

test("a server that is not there is asked again by the next run", async () => {
	const emails = await addSubscribers(3);
	smtp.faults = [{ at: "connect", answer: "close" }];
	expect(await runDigest({ now })).toMatchObject({ submitted: 0, waiting: 3 });
	smtp.faults = [];
	expect(await runDigest({ now })).toMatchObject({ submitted: 3, waiting: 0 });
	expectOnceEach(emails);
});

test("a mail that the server may have taken is in doubt, and never sent again by guess", async () => {
	const emails = await addSubscribers(3);
	smtp.faults = [{ at: "end", answer: "close", times: 1 }];
	expect(await runDigest({ now })).toMatchObject({ submitted: 2, unknown: 1, waiting: 0 });
	expect(await runDigest({ now })).toMatchObject({ submitted: 0, unknown: 0, waiting: 0 });
	expectOnceEach(emails);
	expect(await countStates()).toEqual({ submitted: 2, unknown: 1 });
	const { reason } = await db().delivery.findFirstOrThrow({ where: { state: "unknown" } });
	expect(reason).toMatch(/closed/);
});

test("so is one over which the process died", async () => {
	await addSubscribers(2);
	const real = db().$transaction.bind(db());
	let calls = 0;
	// The first freezes the mail; the second would write down that it was taken.
	const breaking = (...args: never[]) =>
		++calls === 2 ? Promise.reject(new Error("the database is gone")) : Reflect.apply(real, undefined, args);
	const spy = vi.spyOn(db(), "$transaction").mockImplementation(breaking as never);
	await expect(runDigest({ now })).rejects.toThrow("the database is gone");
	spy.mockRestore();
	await lapseLeases();
	expect(await runDigest({ now })).toMatchObject({ submitted: 1, unknown: 1, waiting: 0 });
	expect(smtp.got).toHaveLength(2);
});

test("a batch that was frozen for a provider that takes many goes out mail by mail, unless it was tried", async () => {
	const emails = await addSubscribers(4);
	await runDigest({ now, limit: 1 });
	const { digestId } = await db().delivery.findFirstOrThrow();
	const own = { "token-of-the-recipient": "x" };
	const freeze = async (deliveries: string[], triedAt: Date | null) => {
		const payload = {
			from: "digest@example.org",
			mails: [{ subject: "Frozen", html: "Frozen", text: "Frozen" }],
			oneClickUrl: "https://x.example",
			recipients: deliveries.map((email) => ({ email, mail: 0, own })),
		};
		const { id } = await db().deliveryBatch.create({ data: { digestId, payload, firstTriedAt: triedAt } });
		const of = await db().delivery.findMany({ where: { subscriber: { email: { in: deliveries } } } });
		for (const [batchIndex, delivery] of of.entries())
			await db().delivery.update({ where: { id: delivery.id }, data: { batchId: id, batchIndex } });
	};
	const waiting = emails.filter((email) => email !== smtp.got[0]?.to[0]);
	await freeze(waiting.slice(0, 2), null);
	await freeze(waiting.slice(2), new Date());
	expect(await runDigest({ now })).toMatchObject({ submitted: 2, unknown: 1, waiting: 0 });
	expectOnceEach([...(smtp.got[0]?.to ?? []), ...waiting.slice(0, 2)]);
});

test("what somebody asks for goes the same way: to confirm, and to sign in", async () => {
	const wish = await subscribe("ada@example.org", new Date());
	if (wish.ok && wish.value) await sendRequestedMail(wish.value);
	await requestSignIn("bob@example.org", {});
	expect(smtp.got.map(({ to, headers }) => [to[0], headers.get("subject")])).toEqual([
		["ada@example.org", "Confirm your subscription to Broadsheet"],
		["bob@example.org", "Your sign-in link for Broadsheet"],
	]);
});
