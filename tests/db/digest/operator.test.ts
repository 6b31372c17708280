import { afterAll, beforeEach, describe, expect, it, test, vi } from "vitest";
import { countQueues } from "@/lib/curation/queues";
import { db } from "@/lib/db/client";
import { runDigest } from "@/lib/digest/run";
import * as submit from "@/lib/digest/submit";
import { endSubscription, resendDelivery, resumeDigests, stopDigests } from "@/lib/operator/mutations";
import { readMailDesk } from "@/lib/operator/queries";
import { findSubscriberFile, findSubscriberId } from "@/lib/operator/subscriber-file";
import { sendTestDigest } from "@/lib/operator/test-digest";
import type { MailDesk } from "@/lib/operator/types";
import { parseUtcDate, type UtcDate } from "@/lib/time";
import { resendErrors } from "@/tests/fakes/resend-documented";
import { addPerson } from "../submissions/scene";
import { addChooser, addEdition, addSubscribers, clear, startResend } from "./scene";

// A hundredth of the waits: their order and number are what counts here.
vi.mock("node:timers/promises", async (load) => {
	const timers = await load<typeof import("node:timers/promises")>();
	return { ...timers, setTimeout: (ms: number, ...rest: [unknown, object]) => timers.setTimeout(ms / 100, ...rest) };
});

const resend = await startResend();
const edition = parseUtcDate("2026-06-08") as UtcDate;
const now = new Date("2026-06-09T06:00:00Z");
const curator = await addPerson("curator");
const reader = await addPerson();

beforeEach(async () => {
	resend.reset();
	await clear();
	await addEdition(edition);
});

afterAll(() => resend.stop());

async function readDesk(at = now): Promise<MailDesk> {
	const desk = await readMailDesk(curator, at);
	if (!desk) throw new Error("a curator sees the desk");
	return desk;
}

/** The newest acts about mail, newest first. */
async function lastActs(count: number) {
	const rows = await db().auditAct.findMany({ where: { paperId: null }, orderBy: { id: "desc" }, take: count });
	return rows.map(({ act, actorId, detail }) => ({ act, actorId, detail }));
}

async function onlyDelivery() {
	return db().delivery.findFirstOrThrow();
}

describe("stopping", () => {
	it("holds what waits until a curator lets it go on, and says so", async () => {
		const emails = await addSubscribers(3);
		await stopDigests(curator, now);
		expect(await runDigest({ now })).toMatchObject({ planned: 3, submitted: 0, waiting: 3 });
		expect(await readDesk()).toMatchObject({
			stoppedAt: now,
			waiting: 3,
			runs: [{ planned: 3, submitted: 0, waiting: 3, pausedBecause: "a curator has stopped the digests" }],
		});
		await resumeDigests(curator, now);
		expect(await runDigest({ now })).toMatchObject({ submitted: 3, waiting: 0 });
		expect([...resend.countByAddress().keys()].sort()).toEqual(emails);
		expect(await readDesk()).toMatchObject({ stoppedAt: null, waiting: 0, pausedBecause: null });
		expect(await lastActs(2)).toEqual([
			{ act: "resume_digests", actorId: curator, detail: {} },
			{ act: "stop_digests", actorId: curator, detail: {} },
		]);
	});

	it("ends a run between two batches", async () => {
		await addSubscribers(150);
		resend.options = {
			drawFault: () => {
				void stopDigests(curator, now);
				return undefined;
			},
			delayMs: 200,
		};
		expect(await runDigest({ now })).toMatchObject({ submitted: 100, waiting: 50 });
		expect(resend.requests).toHaveLength(1);
	});

	it("is written down once, however often it is pressed", async () => {
		await Promise.all([1, 2, 3].map(() => stopDigests(curator, now)));
		await resumeDigests(curator, now);
		await resumeDigests(curator, now);
		expect((await lastActs(2)).map(({ act }) => act)).toEqual(["resume_digests", "stop_digests"]);
	});
});

describe("the runs", () => {
	it("are kept that did something, and each reason for a pause once", async () => {
		await addSubscribers(2);
		await runDigest({ now });
		await runDigest({ now });
		expect((await readDesk()).runs).toMatchObject([{ planned: 2, submitted: 2, waiting: 0, pausedBecause: null }]);
		await addChooser("late@example.org");
		resend.faults.push(...[1, 2, 3].map(() => ({ kind: "answer" as const, error: resendErrors.dailyQuota })));
		await runDigest({ now });
		await runDigest({ now });
		const { runs, pausedBecause, reasons } = await readDesk();
		expect(runs).toHaveLength(2);
		expect(runs[0]).toMatchObject({ planned: 1, submitted: 0, waiting: 1, pausedBecause });
		expect(pausedBecause).toContain("daily_quota_exceeded");
		expect(reasons).toMatchObject([{ state: "planned", count: 1 }]);
	});

	it("tell of one that broke", async () => {
		await addSubscribers(1);
		vi.spyOn(submit, "submitDeliveries").mockRejectedValueOnce(new Error("a fault of ours"));
		await expect(runDigest({ now })).rejects.toThrow("a fault of ours");
		expect(await readDesk()).toMatchObject({ pausedBecause: "the run failed: the log says why", waiting: 1 });
	});
});

describe("a mail that is sent again", () => {
	/** One subscriber's mail of that day, in a state. */
	async function settle(state: "rejected" | "skipped" | "unknown"): Promise<string> {
		await addChooser("ada@example.org");
		await runDigest({ now });
		const { id } = await onlyDelivery();
		await db().delivery.update({ where: { id }, data: { state, providerId: null, reason: "so" } });
		return id;
	}

	it.each(["rejected", "skipped", "unknown"] as const)("was %s, and the balance holds all the time", async (state) => {
		const id = await settle(state);
		expect(await resendDelivery(curator, id, now)).toEqual({ ok: true, value: undefined });
		const waits = { planned: 1, waiting: 1, submitted: 0, [state]: 0 };
		expect((await readDesk()).balances).toMatchObject([waits]);
		expect(await runDigest({ now })).toMatchObject({ planned: 0, submitted: 1 });
		expect((await readDesk()).balances).toMatchObject([{ planned: 1, waiting: 0, submitted: 1 }]);
		const [first, second] = resend.requests;
		expect(second?.key).not.toBe(first?.key);
		expect(resend.accepted.map(({ subject }) => subject)).toEqual(Array(2).fill(resend.accepted[0]?.subject));
		expect(await onlyDelivery()).toMatchObject({ reason: null, resentAt: now });
		expect(await lastActs(1)).toEqual([
			{ act: "resend_delivery", actorId: curator, detail: { delivery: id, was: state } },
		]);
	});

	it("goes out although a later day's has", async () => {
		const id = await settle("unknown");
		const tomorrow = new Date("2026-06-10T06:00:00Z");
		await addEdition(parseUtcDate("2026-06-09") as UtcDate);
		await runDigest({ now: tomorrow });
		await resendDelivery(curator, id, tomorrow);
		expect(await runDigest({ now: tomorrow })).toMatchObject({ planned: 0, submitted: 1, skipped: 0 });
	});

	it("is listed while it is in doubt, by its subscriber's id", async () => {
		await settle("unknown");
		const { subscriberId } = await onlyDelivery();
		const { doubtful } = await readDesk();
		expect(doubtful).toEqual([{ subscriberId, kind: "daily", date: "2026-06-09", reason: "so" }]);
		expect(await countQueues(curator, now)).toMatchObject({ doubtfulMails: 1 });
	});

	it("is refused where it went out, waits, or its reader has left", async () => {
		const id = await settle("rejected");
		const [one, other] = await Promise.all([resendDelivery(curator, id, now), resendDelivery(curator, id, now)]);
		expect([one.ok, other.ok].sort()).toEqual([false, true]);
		await runDigest({ now });
		expect(await resendDelivery(curator, id, now)).toEqual({ ok: false, reason: "not-to-resend" });
		await db().delivery.update({ where: { id }, data: { state: "unknown", providerId: null } });
		await db().subscriber.updateMany({ data: { state: "unsubscribed", unsubscribedAt: now } });
		expect(await resendDelivery(curator, id, now)).toEqual({ ok: false, reason: "not-subscribed" });
		const nobodys = await resendDelivery(curator, crypto.randomUUID(), now);
		expect(nobodys).toEqual({ ok: false, reason: "unknown-delivery" });
	});

	it("goes to nobody who leaves before the run", async () => {
		const id = await settle("rejected");
		await resendDelivery(curator, id, now);
		await endSubscription(curator, (await onlyDelivery()).subscriberId, now);
		resend.reset();
		expect(await runDigest({ now })).toMatchObject({ submitted: 0, skipped: 1 });
		expect(resend.requests).toEqual([]);
	});
});

test("ends a subscription as its owner would, and writes down whose, by id", async () => {
	const id = await addChooser("ada@example.org");
	expect(await endSubscription(curator, id, now)).toEqual({ ok: true, value: undefined });
	expect(await runDigest({ now })).toMatchObject({ planned: 0 });
	expect(await endSubscription(curator, id, now)).toEqual({ ok: false, reason: "not-subscribed" });
	expect(await lastActs(1)).toEqual([{ act: "end_subscription", actorId: curator, detail: { subscriber: id } }]);
});

test("a test goes to the curator alone, and leaves no delivery", async () => {
	await addSubscribers(2);
	expect(await sendTestDigest(curator, now)).toEqual({ ok: false, reason: "not-confirmed" });
	await db().user.update({ where: { id: curator }, data: { emailVerified: true } });
	expect(await sendTestDigest(curator, now)).toEqual({ ok: true, value: undefined });
	expect(resend.accepted).toMatchObject([
		{ to: `${curator}@example.org`, subject: "Test: Paper 0 of 2026-06-08 and 9 more papers" },
	]);
	expect([await db().delivery.count(), await db().digest.count()]).toEqual([0, 0]);
	expect(await lastActs(1)).toEqual([{ act: "test_digest", actorId: curator, detail: { edition } }]);
	await clear();
	expect(await sendTestDigest(curator, now)).toEqual({ ok: false, reason: "no-digest" });
});

test("one subscriber's file has choices, states and what the provider told, and not the address", async () => {
	const id = await addChooser("ada.lovelace@example.org", {
		rhythm: "weekdays",
		minUpvotes: 3,
		include: ["topic: nlp"],
	});
	await runDigest({ now: new Date("2026-06-10T06:00:00Z") });
	expect(await findSubscriberId(curator, "ada.lovelace@example.org")).toEqual({ ok: true, value: id });
	const nobody = await findSubscriberId(curator, "nobody@example.org");
	expect(nobody).toEqual({ ok: false, reason: "unknown-subscriber" });
	const file = await findSubscriberFile(curator, id);
	expect(file).toMatchObject({
		maskedAddress: "a…@example.org",
		state: "confirmed",
		deliveries: [{ state: "skipped" }],
	});
	expect(file?.choices.join("\n")).toContain(
		"Mondays to Fridays at 06:00 in UTC\nUp to 10 papers with 3 upvotes or more",
	);
	expect(JSON.stringify(file)).not.toContain("lovelace");
	expect(await findSubscriberFile(curator, "no-id")).toBeUndefined();
});

test("whoever is no curator sees nothing and does nothing", async () => {
	const id = await addChooser("ada@example.org");
	await runDigest({ now });
	const { id: delivery } = await onlyDelivery();
	await db().delivery.update({ where: { id: delivery }, data: { state: "unknown", providerId: null } });
	const acts = await db().auditAct.count();
	const refusal = { ok: false, reason: "not-a-curator" };
	for (const who of [reader, "nobody", ""]) {
		expect(await readMailDesk(who, now)).toBeUndefined();
		expect(await findSubscriberFile(who, id)).toBeUndefined();
		expect(await findSubscriberId(who, "ada@example.org")).toEqual(refusal);
		for (const act of [stopDigests, resumeDigests, sendTestDigest]) expect(await act(who, now)).toEqual(refusal);
		expect(await resendDelivery(who, delivery, now)).toEqual(refusal);
		expect(await endSubscription(who, id, now)).toEqual(refusal);
	}
	expect([await db().digestStop.count(), await db().auditAct.count()]).toEqual([0, acts]);
	expect(await onlyDelivery()).toMatchObject({ state: "unknown" });
	expect(resend.accepted).toHaveLength(1);
});
