import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { findBeat, writeBeat } from "@/lib/db/heartbeats";
import { sweepExpired } from "@/lib/db/sweep";
import { runScheduledDigest } from "@/lib/digest/schedule";
import { parseUtcDate, type UtcDate } from "@/lib/time";
import { addChooser, addEdition, addSubscribers, clear } from "./scene";

const never = new AbortController().signal;
const run = (now: string, mayRetry = true) => runScheduledDigest(new Date(now), mayRetry, never);

beforeEach(async () => {
	await clear();
	await addEdition(parseUtcDate("2026-06-08") as UtcDate);
});

test("plans once each quarter of an hour: nobody before their hour, everybody once", async () => {
	for (const name of ["one", "other"]) await addChooser(`${name}@example.org`);
	await db().digestChoices.updateMany({ data: { changedAt: new Date("2026-06-08T12:00:00Z") } });
	expect(await run("2026-06-09T05:59:00Z")).toMatchObject({ planned: 0 });
	expect(await run("2026-06-09T06:00:00Z")).toMatchObject({ submitted: 2 });
	await db().subscriber.create({ data: { email: "late@example.org", state: "confirmed", confirmedAt: new Date() } });
	expect(await run("2026-06-09T06:14:59Z")).toBeUndefined();
	expect(await run("2026-06-09T06:15:00Z")).toMatchObject({ planned: 1, submitted: 1 });
});

test("goes on with what waits, unless it is too early for that", async () => {
	await addSubscribers(2);
	await run("2026-06-09T06:00:00Z");
	await db().delivery.updateMany({ data: { state: "planned", settledAt: null, batchId: null, batchIndex: null } });
	expect(await run("2026-06-09T06:01:00Z", false)).toBeUndefined();
	expect(await run("2026-06-09T06:02:00Z")).toMatchObject({ submitted: 2 });
});

test("a heartbeat never goes back", async () => {
	await writeBeat("worker", new Date("2026-06-09T06:00:00Z"));
	await writeBeat("worker", new Date("2026-06-09T05:00:00Z"));
	expect(await findBeat("worker")).toEqual(new Date("2026-06-09T06:00:00Z"));
});

test("what is over is swept, what is not stays", async () => {
	const now = new Date("2026-06-09T06:00:00Z");
	const later = new Date(now.getTime() + 1);
	await db().cooldown.createMany({
		data: [
			{ key: "a", expiresAt: now },
			{ key: "b", expiresAt: later },
		],
	});
	const verification = (id: string, expiresAt: Date) => ({ id, identifier: id, value: "", expiresAt });
	await db().verification.createMany({ data: [verification("a", now), verification("b", later)] });
	expect(await sweepExpired(now)).toBe(2);
	expect([await db().cooldown.count(), await db().verification.count()]).toEqual([1, 1]);
});
