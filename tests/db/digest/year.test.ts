import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { composeDigest } from "@/lib/digest/compose";
import { planDeliveries } from "@/lib/digest/plan";
import type { Digest } from "@/lib/digest/types";
import { addDays, parseUtcDate, type UtcDate, utcDateOf } from "@/lib/time";
import { ZONES } from "@/tests/fakes/time-zones";
import { addChooser, addEdition, clear } from "./scene";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const HOURS = [8, 0, 2, 23, 3];
const BEFORE_ALL = new Date("1990-01-01T00:00:00Z");

let digest: Digest;

beforeEach(async () => {
	await clear();
	const edition = parseUtcDate("2026-03-27") as UtcDate;
	await addEdition(edition, { papers: 1 });
	digest = await composeDigest("daily", edition);
});

/** Somebody whose zone is another from each of some instants on. */
type Traveller = { hour: number; stays: [from: Date, timeZone: string][] };

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a wall shows, as `2026-06-08 14:30`. */
function readWall(now: Date, timeZone: string): string {
	const clock =
		clocks.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
	clocks.set(timeZone, clock);
	return clock.format(now);
}

function zoneAt({ stays }: Traveller, now: Date): string {
	return stays.findLast(([from]) => from <= now)?.[1] ?? "UTC";
}

/** Each hour of a stretch, and each quarter on days on which some clock is moved. */
function listRuns(first: Date, last: Date): Date[] {
	const offsets = (now: number) => ZONES.map((zone) => Date.parse(`${readWall(new Date(now), zone)}Z`) - now).join();
	const runs: Date[] = [];
	for (let day = first.getTime(); day < last.getTime(); day += DAY) {
		const step = offsets(day - DAY / 2) === offsets(day + 1.5 * DAY) ? HOUR : 15 * MINUTE;
		for (let now = day; now < day + DAY; now += step) runs.push(new Date(now));
	}
	return runs;
}

/**
 * Plans the mails of a stretch of time on the real tables, while the zones of travellers change.
 *
 * @returns of each, the days of their mails, and the days on which their wall has shown the hour; without the stretch's ends
 */
async function simulate(travellers: Traveller[], runs: Date[]) {
	const ids: string[] = [];
	for (const [nth, traveller] of travellers.entries()) {
		const timeZone = zoneAt(traveller, runs[0] ?? BEFORE_ALL);
		ids.push(await addChooser(`reader${nth}@example.org`, { hour: traveller.hour, timeZone }));
	}
	await db().subscriber.updateMany({ data: { confirmedAt: BEFORE_ALL } });
	await db().digestChoices.updateMany({ data: { changedAt: BEFORE_ALL } });
	const shown = travellers.map(() => new Set<string>());
	for (const now of runs) {
		for (const [nth, traveller] of travellers.entries()) {
			const moved = traveller.stays.find(([from]) => from.getTime() === now.getTime());
			const where = { subscriberId: ids[nth] ?? "" };
			if (moved) await db().digestChoices.update({ where, data: { timeZone: moved[1], changedAt: now } });
			const [date = "", time = ""] = readWall(now, zoneAt(traveller, now)).split(" ");
			if (Number(time.slice(0, 2)) >= traveller.hour) shown[nth]?.add(date);
		}
		await planDeliveries(digest, now);
	}
	const deliveries = await db().delivery.findMany({ orderBy: { date: "asc" } });
	const ends = [runs[0], runs.at(-1)].map((end) => utcDateOf(end ?? BEFORE_ALL));
	const [from, until] = [addDays(ends[0] as UtcDate, 2), addDays(ends[1] as UtcDate, -2)];
	const within = (dates: string[]) => dates.filter((date) => date >= from && date <= until).sort();
	return travellers.map((traveller, nth) => {
		const mine = deliveries.filter(({ subscriberId }) => subscriberId === ids[nth]);
		// One a day: on the wall that the reader saw when it was planned.
		const days = mine.map(({ plannedAt }) => readWall(plannedAt, zoneAt(traveller, plannedAt)).slice(0, 10));
		const skipped = mine.filter(({ state }) => state !== "planned").map(({ date }) => utcDateOf(date));
		return {
			mails: within(mine.map(({ date }) => utcDateOf(date))),
			walls: within(days),
			shown: within([...(shown[nth] ?? [])]),
			skipped: within(skipped),
		};
	});
}

test("a year brings everybody one mail each local day, to stay-at-homes and travellers", {
	timeout: 180_000,
}, async () => {
	const [first, last] = [new Date("2026-01-01T00:00:00Z"), new Date("2027-01-01T00:00:00Z")];
	const at = (text: string) => new Date(text);
	const travellers: Traveller[] = [
		...ZONES.map((zone, nth): Traveller => ({ hour: HOURS[nth % HOURS.length] ?? 0, stays: [[BEFORE_ALL, zone]] })),
		// In the middle of a day, and back.
		{
			hour: 8,
			stays: [
				[BEFORE_ALL, "Europe/Berlin"],
				[at("2026-05-05T12:00:00Z"), "America/New_York"],
				[at("2026-05-19T11:00:00Z"), "Europe/Berlin"],
			],
		},
		// Over the date line to the west, which leaves a day out, and to the east, which has one twice.
		{
			hour: 8,
			stays: [
				[BEFORE_ALL, "Pacific/Honolulu"],
				[at("2026-07-01T12:00:00Z"), "Pacific/Kiritimati"],
				[at("2026-08-02T19:00:00Z"), "Pacific/Pago_Pago"],
			],
		},
	];
	const outcomes = await simulate(travellers, listRuns(first, last));
	for (const [nth, { mails, walls, shown, skipped }] of outcomes.entries()) {
		const who = travellers[nth]?.stays.map(([, zone]) => zone).join(" to ");
		expect([who, mails, skipped]).toEqual([who, shown, []]);
		expect([who, walls]).toEqual([who, shown]);
	}
	const counts = outcomes.map(({ mails }) => mails.length);
	// From January 3 to December 29; of the travellers, the first had all days, the second left one out.
	expect(counts).toEqual([...ZONES.map(() => 361), 361, 360]);
});

test.each([
	["Pacific/Apia", "2011-12-24T00:00:00Z", "2011-12-30"],
	["Pacific/Kwajalein", "1993-08-14T00:00:00Z", "1993-08-21"],
])("a day that %s left out has no mail, and the ones around it have theirs", async (zone, from, leftOut) => {
	const first = new Date(from).getTime();
	const runs = Array.from({ length: 14 * 96 }, (_, nth) => new Date(first + nth * 15 * MINUTE));
	const outcomes = await simulate(
		HOURS.map((hour) => ({ hour, stays: [[BEFORE_ALL, zone]] })),
		runs,
	);
	for (const { mails, walls, shown, skipped } of outcomes) {
		expect([mails, walls, skipped]).toEqual([shown, shown, []]);
		expect(mails.includes(leftOut)).toBe(false);
		expect(mails.length).toBe(9);
	}
});
