import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { composeDigest } from "@/lib/digest/compose";
import { dueAfter, FIRST, listDue } from "@/lib/digest/due";
import { planDeliveries } from "@/lib/digest/plan";
import { RHYTHMS } from "@/lib/subscribers/choices";
import { toChoices } from "@/lib/subscribers/queries";
import { findDueDay } from "@/lib/subscribers/schedule";
import { listTimeZones } from "@/lib/subscribers/time-zones";
import { parseUtcDate, startOfDay, type UtcDate, utcDateOf } from "@/lib/time";
import { ZONES } from "@/tests/fakes/time-zones";
import { addChooser, addEdition, addSubscribers, clear, LONG_AGO } from "./scene";

const edition = parseUtcDate("2026-03-27") as UtcDate;
const QUARTER = 15 * 60 * 1000;
const at = (text: string) => new Date(text);

beforeEach(async () => {
	await clear();
	await addEdition(edition, { papers: 1 });
});

const dueRows = z.array(z.object({ id: z.string(), date: z.date().transform(utcDateOf), isLate: z.boolean() }));

async function listDueDays(now: Date) {
	return dueRows.parse(
		await db().$queryRaw`
		WITH ${dueAfter(FIRST, now)} SELECT id, date, is_late AS "isLate" FROM due ORDER BY id`,
	);
}

test("Postgres and the model agree on whose mail is due, and whether it is too late", async () => {
	const instant = (first: string, last: string) => fc.date({ min: at(first), max: at(last), noInvalidDate: true });
	const subscriber = fc.record({
		rhythm: fc.constantFrom(...RHYTHMS),
		weekday: fc.integer({ min: 1, max: 7 }),
		hour: fc.integer({ min: 0, max: 23 }),
		timeZone: fc.constantFrom(...ZONES),
		pausedUntil: fc.option(instant("2026-03-01T00:00:00Z", "2026-12-01T00:00:00Z").map(utcDateOf), { freq: 4 }),
	});
	for (const [index, choices] of fc.sample(subscriber, 300).entries()) {
		await addChooser(`reader${index}@example.org`, choices);
	}
	// Some chose shortly before each instant below.
	await db().$executeRaw`UPDATE digest_choices SET changed_at = '2026-06-09T05:00:00Z' WHERE weekday = 3`;
	const rows = await db().subscriber.findMany({ include: { choices: true }, orderBy: { id: "asc" } });
	const near = instant("2026-06-08T00:00:00Z", "2026-06-11T00:00:00Z");
	const nows = fc.sample(fc.oneof(instant("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"), near), 60);
	// Clocks are read to the minute, as runs are by the quarter.
	for (const now of nows.map((each) => new Date(Math.floor(each.getTime() / QUARTER) * QUARTER))) {
		const expected = rows.flatMap(({ id, choices }) => {
			const due = findDueDay(toChoices(choices), choices?.changedAt ?? LONG_AGO, now);
			return due ? [{ id, ...due }] : [];
		});
		expect(await listDueDays(now)).toEqual(expected);
	}
});

test("days on which clocks are moved bring one mail each, everywhere", { timeout: 60_000 }, async () => {
	for (const timeZone of ZONES)
		for (const hour of [0, 2]) await addChooser(`${timeZone}${hour}@example.org`.toLowerCase(), { timeZone, hour });
	const digest = await composeDigest("daily", edition);
	for (const first of ["2026-03-07", "2026-03-28", "2026-04-04", "2026-10-24", "2026-10-31"]) {
		await db().delivery.deleteMany();
		const from = startOfDay(parseUtcDate(first) as UtcDate).getTime();
		for (let quarter = 0; quarter < 4 * 96; quarter += 2)
			await planDeliveries(digest, new Date(from + quarter * QUARTER));
		const perDay = await db().delivery.groupBy({ by: ["date"], _count: true, orderBy: { date: "asc" } });
		// The first and the last begin and end within the stretch.
		expect(perDay.slice(1, -1).map(({ _count }) => _count)).toEqual(Array(perDay.length - 2).fill(ZONES.length * 2));
		expect(perDay.length).toBeGreaterThanOrEqual(5);
	}
});

test("all time zones that are offered are known to Postgres, and one that is not is read as UTC", async () => {
	const known = z.array(z.object({ name: z.string() })).parse(await db().$queryRaw`SELECT name FROM pg_timezone_names`);
	const names = new Set(known.map(({ name }) => name));
	expect(listTimeZones().filter((zone) => !names.has(zone))).toEqual([]);
	await addChooser("mars@example.org", { timeZone: "Mars/Olympus", hour: 8 });
	await addChooser("berlin@example.org", { timeZone: "Europe/Berlin", hour: 8 });
	const late = (await listDue(at("2026-06-09T06:00:00Z"))).map(({ isLate }) => isLate);
	expect(late.sort()).toEqual([false, true]);
	expect(await listDue(at("2026-06-09T08:00:00Z"))).toMatchObject([{ isLate: false }, { isLate: false }]);
});

test("what an outage made too late is skipped, and recorded with its reason", async () => {
	await addChooser("reader@example.org", { hour: 6 });
	const digest = await composeDigest("daily", edition);
	expect(await planDeliveries(digest, at("2026-03-28T18:15:00Z"))).toEqual({ planned: 1, late: 1 });
	expect(await db().delivery.findMany()).toMatchObject([
		{ state: "skipped", reason: "too late: no run came in time", date: startOfDay("2026-03-28" as UtcDate) },
	]);
	expect(await planDeliveries(digest, at("2026-03-29T06:00:00Z"))).toEqual({ planned: 1, late: 0 });
});

test("who has chosen nothing gets it daily at the site's hour in UTC, and each kind is planned for its own", async () => {
	await addSubscribers(2);
	await db().subscriber.updateMany({ data: { confirmedAt: LONG_AGO } });
	await addChooser("weekly@example.org", { rhythm: "weekly", weekday: 6 });
	const kinds = async () => (await listDue(at("2026-03-28T06:00:00Z"))).map(({ kind }) => kind).sort();
	expect(await kinds()).toEqual(["daily", "daily", "weekly"]);
	const weekly = await composeDigest("weekly", edition);
	expect(await planDeliveries(weekly, at("2026-03-28T06:00:00Z"))).toEqual({ planned: 1, late: 0 });
	expect(await kinds()).toEqual(["daily", "daily"]);
});

test("who has just confirmed gets the first mail at once, as the one of that day, unless they chose an hour since", async () => {
	await db().subscriber.createMany({
		data: ["new", "chose", "had"].map((name) => ({
			email: `${name}@example.org`,
			state: "confirmed" as const,
			confirmedAt: at("2026-06-09T04:00:00Z"),
		})),
	});
	const idOf = async (name: string) =>
		(await db().subscriber.findUniqueOrThrow({ where: { email: `${name}@example.org` } })).id;
	const hours = { hour: 8, timeZone: "UTC" };
	await db().digestChoices.createMany({
		data: [
			{ subscriberId: await idOf("new"), ...hours, changedAt: at("2026-06-09T03:00:00Z") },
			{ subscriberId: await idOf("chose"), ...hours, changedAt: at("2026-06-09T04:01:00Z") },
		],
	});
	const digest = await composeDigest("daily", edition);
	const data = { digestId: digest.id, subscriberId: await idOf("had"), kind: "daily" as const };
	await db().delivery.create({ data: { ...data, date: startOfDay("2026-06-01" as UtcDate) } });
	expect(await listDueDays(at("2026-06-09T04:15:00Z"))).toEqual([
		{ id: await idOf("new"), date: "2026-06-09", isLate: false },
	]);
	await planDeliveries(digest, at("2026-06-09T04:15:00Z"));
	expect((await listDue(at("2026-06-09T08:00:00Z"))).map(({ id }) => id).sort()).toEqual(
		[await idOf("chose"), await idOf("had")].sort(),
	);
});
