import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { assignSelections } from "@/lib/digest/assign";
import { composeDigest } from "@/lib/digest/compose";
import { planDeliveries } from "@/lib/digest/plan";
import { parseUtcDate, type UtcDate } from "@/lib/time";
import { addEdition, addSubscribers, clear } from "./scene";

const edition = parseUtcDate("2026-06-08") as UtcDate;
const now = new Date("2026-06-09T06:00:00Z");
const atOnce = <Result>(work: () => Promise<Result>) => Promise.all(Array.from({ length: 5 }, work));

beforeEach(async () => {
	await clear();
	await addEdition(edition);
});

test("of several that compose a digest at once, all have the same", async () => {
	const digests = await atOnce(() => composeDigest("daily", edition));
	expect(new Set(digests.map((digest) => JSON.stringify(digest))).size).toBe(1);
	expect(await db().digest.count()).toBe(1);
});

test("of several that plan and put together at once, each mail is planned once, and has one content", async () => {
	await addSubscribers(700);
	const digest = await composeDigest("daily", edition);
	const plans = await atOnce(() => planDeliveries(digest, now));
	expect(plans.reduce((sum, { planned }) => sum + planned, 0)).toBe(700);
	await atOnce(() => assignSelections(digest, true));
	const groups = await db().delivery.groupBy({ by: ["state", "selectionId"], _count: true });
	expect(groups).toEqual([{ state: "planned", selectionId: expect.any(String), _count: 700 }]);
});
