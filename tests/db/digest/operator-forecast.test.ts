import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { composeDigest } from "@/lib/digest/compose";
import { planDeliveries } from "@/lib/digest/plan";
import { listDueHours } from "@/lib/operator/due-hours";
import { readGrowth } from "@/lib/operator/growth";
import { RHYTHMS } from "@/lib/subscribers/choices";
import { parseUtcDate, type UtcDate } from "@/lib/time";
import { ZONES } from "@/tests/fakes/time-zones";
import { addChooser, addEdition, clear } from "./scene";

const edition = parseUtcDate("2026-03-06") as UtcDate;
const HOUR = 3_600_000;
const QUARTER = HOUR / 4;

beforeEach(async () => {
	await clear();
	await addEdition(edition, { papers: 1 });
});

test("the hours foreseen are those in which runs then plan, also when clocks are moved", {
	timeout: 60_000,
}, async () => {
	const subscriber = fc.record({
		rhythm: fc.constantFrom(...RHYTHMS),
		weekday: fc.integer({ min: 1, max: 7 }),
		hour: fc.integer({ min: 0, max: 23 }),
		timeZone: fc.constantFrom(...ZONES),
		pausedUntil: fc.option(
			fc.constantFrom("2026-03-09", "2026-10-26").map((day) => day as UtcDate),
			{ freq: 4 },
		),
	});
	for (const [index, choices] of fc.sample(subscriber, 400).entries()) {
		await addChooser(`reader${index}@example.org`, choices);
	}
	const digests = [await composeDigest("daily", edition), await composeDigest("weekly", edition)];
	const plan = async (at: number) => {
		let planned = 0;
		for (const digest of digests) planned += (await planDeliveries(digest, new Date(at))).planned;
		return planned;
	};
	for (const start of [
		"2026-03-07T12:00Z",
		"2026-03-28T17:30Z",
		"2026-06-09T06:00Z",
		"2026-10-24T13:45Z",
		"2026-10-31T20:15Z",
	]) {
		await db().delivery.deleteMany();
		const now = Date.parse(start);
		await plan(now);
		const foreseen = await listDueHours(new Date(now));
		const planned = new Map<number, number>();
		for (let at = now + QUARTER; at <= now + 24 * HOUR; at += QUARTER) {
			const hour = Math.floor(at / HOUR) * HOUR;
			planned.set(hour, (planned.get(hour) ?? 0) + (await plan(at)));
		}
		const expected = [...planned].filter(([, mails]) => mails > 0);
		expect(foreseen.filter(({ mails }) => mails > 0).map(({ at, mails }) => [at.getTime(), mails])).toEqual(expected);
	}
});

test("growth counts who came and who left in each of twelve weeks, from Monday on", async () => {
	const day = (date: string) => new Date(`${date}T12:00:00Z`);
	const confirmed = { state: "confirmed" as const, unsubscribedAt: null };
	const left = { state: "unsubscribed" as const };
	await db().subscriber.createMany({
		data: [
			{ ...confirmed, email: "a@example.org", confirmedAt: day("2026-06-08") },
			{ ...confirmed, email: "b@example.org", confirmedAt: day("2026-06-07") },
			{ ...confirmed, email: "old@example.org", confirmedAt: day("2026-01-01") },
			{ ...left, email: "c@example.org", confirmedAt: day("2026-01-01"), unsubscribedAt: day("2026-06-09") },
			{ ...left, email: "never@example.org", unsubscribedAt: day("2026-06-09") },
		],
	});
	const { confirmed: all, weeks } = await readGrowth(day("2026-06-10"));
	expect(all).toBe(3);
	expect(weeks).toHaveLength(12);
	expect(weeks.slice(-2)).toEqual([
		{ from: "2026-06-01", confirmed: 1, left: 0 },
		{ from: "2026-06-08", confirmed: 1, left: 1 },
	]);
	expect(weeks.slice(0, -2).every((week) => week.confirmed + week.left === 0)).toBe(true);
});
