import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { freezeBatch, noteTry } from "@/lib/digest/batches";
import { listNextSelections, listUnbatchedDigests } from "@/lib/digest/queries";
import { runDigest } from "@/lib/digest/run";
import { parseUtcDate, type UtcDate } from "@/lib/time";
import { resendErrors } from "@/tests/fakes/resend-documented";
import { addEdition, addSubscribers, clear, countStates, lapseLeases, startResend } from "./scene";

// A hundredth of the waits: their order and number are what counts here.
vi.mock("node:timers/promises", async (load) => {
	const timers = await load<typeof import("node:timers/promises")>();
	return { ...timers, setTimeout: (ms: number, ...rest: [unknown, object]) => timers.setTimeout(ms / 100, ...rest) };
});

const resend = await startResend();
const edition = parseUtcDate("2026-06-08") as UtcDate;
const now = new Date("2026-06-09T06:00:00Z");

beforeEach(async () => {
	resend.reset();
	await clear();
	await addEdition(edition);
});

afterAll(() => resend.stop());

/** Every address was sent one mail. */
function expectOnceEach(emails: string[]) {
	expect([...resend.countByAddress()].sort()).toEqual(emails.map((email) => [email, 1]).sort());
}

test("an answer that was lost is asked for again with the same bytes, and each gets one mail", async () => {
	const emails = await addSubscribers(120);
	resend.faults.push({ kind: "accept-and-drop" }, { kind: "accept-and-cut" });
	expect(await runDigest({ now })).toMatchObject({ submitted: 120, waiting: 0 });
	expectOnceEach(emails);
	const [first, second, third] = resend.requests;
	expect(second).toEqual(first);
	expect(third).toEqual(first);
});

test("a run that breaks between acceptance and writing it down is resumed under the same key", async () => {
	const emails = await addSubscribers(3);
	const real = db().$transaction.bind(db());
	let calls = 0;
	// The first freezes the batch; the second would write down that it was accepted.
	const breaking = (...args: never[]) =>
		++calls === 2 ? Promise.reject(new Error("the database is gone")) : Reflect.apply(real, undefined, args);
	const spy = vi.spyOn(db(), "$transaction").mockImplementation(breaking as never);
	await expect(runDigest({ now })).rejects.toThrow("the database is gone");
	spy.mockRestore();
	expect(resend.accepted).toHaveLength(3);
	expect(await countStates()).toEqual({ planned: 3 });
	await lapseLeases();
	expect(await runDigest({ now })).toMatchObject({ planned: 0, submitted: 3, waiting: 0 });
	expectOnceEach(emails);
	expect(resend.requests[1]).toEqual(resend.requests[0]);
});

test("a process that is killed after acceptance is resumed by the next", { timeout: 60_000 }, async () => {
	const emails = await addSubscribers(3);
	resend.faults.push({ kind: "accept-and-hang" });
	const args = ["--import", "./scripts/bootstrap/typescript.mjs", "scripts/digest.ts", "--now", now.toISOString()];
	const script = spawn(process.execPath, args, { stdio: "ignore" });
	await vi.waitFor(() => expect(resend.accepted).toHaveLength(3), { timeout: 30_000 });
	const ended = once(script, "exit");
	script.kill("SIGKILL");
	await ended;
	expect(await countStates()).toEqual({ planned: 3 });
	await lapseLeases();
	expect(await runDigest({ now })).toMatchObject({ planned: 0, submitted: 3, waiting: 0 });
	expectOnceEach(emails);
});

test("a resumed batch goes out as it was frozen, whatever changed meanwhile", async () => {
	await addSubscribers(2);
	resend.faults.push(...Array.from({ length: 4 }, () => ({ kind: "accept-and-drop" as const })));
	expect(await runDigest({ now })).toMatchObject({ submitted: 0, waiting: 2 });
	await db().subscriber.updateMany({ data: { state: "unsubscribed", unsubscribedAt: now } });
	await db().digest.updateMany({ data: { papers: [] } });
	expect(await runDigest({ now })).toMatchObject({ submitted: 2, waiting: 0 });
	expect(resend.accepted).toHaveLength(2);
	expect(new Set(resend.requests.map(({ body }) => body)).size).toBe(1);
});

test("the lease of a process that died is waited for and taken over", async () => {
	const emails = await addSubscribers(2);
	await runDigest({ now, limit: 1 });
	const [digest] = await listUnbatchedDigests();
	if (!digest) throw new Error("nothing waits");
	const [selection] = await listNextSelections(digest.id, 1, false);
	const mails = new Map([[selection?.id ?? "", { subject: "Resumed", html: "<p>Resumed</p>", text: "Resumed" }]]);
	const frozen = await freezeBatch(digest.id, mails, 100, false);
	await noteTry(frozen?.batch?.id ?? "");
	await db()
		.$executeRaw`UPDATE delivery_batches SET leased_until = clock_timestamp() + interval '2 seconds' WHERE state = 'open'`;
	expect(await runDigest({ now })).toMatchObject({ submitted: 1, waiting: 0 });
	expectOnceEach(emails);
});

test("a rate limit is waited for", async () => {
	const emails = await addSubscribers(250);
	Object.assign(resend.options, { rateLimit: 2, rateWindowMs: 10 });
	expect(await runDigest({ now })).toMatchObject({ submitted: 250, waiting: 0 });
	expectOnceEach(emails);
});

test.each(["dailyQuota", "monthlyQuota", "invalidApiKey", "missingApiKey", "unverifiedDomain", "invalidFrom"] as const)(
	"%s stops the run and loses nothing",
	async (name) => {
		const emails = await addSubscribers(250);
		resend.faults.push({ kind: "answer", error: resendErrors[name] });
		expect(await runDigest({ now })).toMatchObject({ planned: 250, submitted: 0, rejected: 0, waiting: 250 });
		expect(resend.requests).toHaveLength(1);
		expect(await runDigest({ now })).toMatchObject({ submitted: 250, waiting: 0 });
		expectOnceEach(emails);
	},
);

test("what certainly was not accepted is frozen anew: who unsubscribed meanwhile gets nothing", async () => {
	await addSubscribers(3);
	resend.faults.push({ kind: "answer", error: resendErrors.dailyQuota });
	await runDigest({ now });
	await db().subscriber.update({
		where: { email: "reader2@example.org" },
		data: { state: "unsubscribed", unsubscribedAt: now },
	});
	expect(await runDigest({ now })).toMatchObject({ submitted: 2, skipped: 1, waiting: 0 });
	expectOnceEach(["reader1@example.org", "reader3@example.org"]);
});

test("a server that fails for a while is tried again, then left for the next run", async () => {
	const emails = await addSubscribers(120);
	resend.faults.push(...Array.from({ length: 8 }, () => ({ kind: "answer" as const, error: resendErrors.internal })));
	expect(await runDigest({ now })).toMatchObject({ submitted: 0, waiting: 120 });
	expect(resend.requests).toHaveLength(8);
	expect(await runDigest({ now })).toMatchObject({ submitted: 120, waiting: 0 });
	expectOnceEach(emails);
	expect(new Set(resend.requests.map(({ key, body }) => key + body)).size).toBe(2);
});

test("one bad address is rejected alone", async () => {
	const emails = await addSubscribers(130);
	resend.options.poison = ["reader42@example.org"];
	expect(await runDigest({ now })).toMatchObject({ submitted: 129, rejected: 1, waiting: 0 });
	expectOnceEach(emails.filter((email) => email !== "reader42@example.org"));
	const rejected = await db().delivery.findMany({ where: { state: "rejected" }, include: { subscriber: true } });
	expect(rejected.map(({ subscriber }) => subscriber.email)).toEqual(["reader42@example.org"]);
	expect(rejected[0]?.reason).toContain("422 validation_error");
	expect(rejected[0]?.reason).not.toContain("@");
	expect(resend.requests.length).toBeLessThan(20);
	expect(await db().deliveryBatch.count({ where: { state: "open" } })).toBe(0);
	expect(await runDigest({ now })).toMatchObject({ submitted: 0, rejected: 0, waiting: 0 });
});

test("a refusal of every mail stops the run before all are lost", async () => {
	await addSubscribers(100);
	resend.faults.push(
		...Array.from({ length: 300 }, () => ({ kind: "answer" as const, error: resendErrors.validation })),
	);
	const counts = await runDigest({ now });
	expect(counts).toMatchObject({ submitted: 0, rejected: 10, waiting: 90 });
});

test("who unsubscribes after planning is skipped", async () => {
	await addSubscribers(3);
	await runDigest({ now, limit: 1 });
	const first = resend.accepted[0]?.to;
	await db().subscriber.updateMany({ data: { state: "unsubscribed", unsubscribedAt: now } });
	expect(await runDigest({ now })).toMatchObject({ submitted: 0, skipped: 2, waiting: 0 });
	expect(resend.accepted.map(({ to }) => to)).toEqual([first]);
	expect(await countStates()).toEqual({ submitted: 1, skipped: 2 });
});

test("what may have been accepted is given up before the key is forgotten, never sent twice", async () => {
	await addSubscribers(2);
	resend.faults.push(...Array.from({ length: 4 }, () => ({ kind: "accept-and-drop" as const })));
	await runDigest({ now });
	await db().$executeRaw`UPDATE delivery_batches SET first_tried_at = now() - interval '24 hours'`;
	resend.forgetKeys();
	const requests = resend.requests.length;
	expect(await runDigest({ now })).toMatchObject({ unknown: 2, submitted: 0, waiting: 0 });
	expect(resend.requests).toHaveLength(requests);
	expect(resend.accepted).toHaveLength(2);
	expect(await countStates()).toEqual({ unknown: 2 });
	expect(await db().deliveryBatch.findMany({ select: { state: true, payload: true } })).toEqual([
		{ state: "settled", payload: null },
	]);
});

test("what waits for longer than twelve hours is skipped, and so is an edition that is too old", async () => {
	await addSubscribers(2);
	resend.faults.push({ kind: "answer", error: resendErrors.monthlyQuota });
	await runDigest({ now });
	expect(await runDigest({ now: new Date("2026-06-20T06:00:00Z") })).toMatchObject({
		edition: null,
		planned: 2,
		skipped: 4,
		waiting: 0,
	});
	expect(resend.accepted).toEqual([]);
	const deliveries = await db().delivery.findMany({ orderBy: { date: "asc" } });
	expect(deliveries[0]?.reason).toMatch(/^too late: 429 monthly_quota_exceeded/);
	expect(deliveries[3]?.reason).toBe("nothing new");
});

test("a run that is told to stop finishes its batch", async () => {
	await addSubscribers(250);
	resend.options.delayMs = 100;
	const stopping = new AbortController();
	const run = runDigest({ now, signal: stopping.signal });
	await vi.waitFor(() => expect(resend.requests).toHaveLength(1), { timeout: 5000, interval: 5 });
	stopping.abort();
	expect(await run).toMatchObject({ submitted: 100, waiting: 150 });
	expect(await db().deliveryBatch.count({ where: { state: "open" } })).toBe(0);
});
