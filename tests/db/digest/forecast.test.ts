import { afterAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { forecastDigest } from "@/lib/digest/forecast";
import { runDigest } from "@/lib/digest/run";
import { parseUtcDate, type UtcDate } from "@/lib/time";
import { addChooser, addEdition, clear, startResend } from "./scene";

const resend = await startResend();
const now = new Date("2026-06-09T06:00:00Z");
const tomorrow = new Date("2026-06-10T06:00:00Z");

beforeEach(async () => {
	resend.reset();
	await clear();
	await addEdition(parseUtcDate("2026-06-08") as UtcDate);
	for (const name of ["one", "two"]) await addChooser(`${name}@example.org`);
	await addChooser("five@example.org", { papers: 5, evenIfEmpty: true });
	await addChooser("week@example.org", { rhythm: "weekly", weekday: 2 });
	await addChooser("later@example.org", { hour: 7 });
	await db().digestChoices.updateMany({ where: { hour: 7 }, data: { changedAt: new Date("2026-06-09T05:00:00Z") } });
});

afterAll(() => resend.stop());

test("tells what would go to how many, and stores nothing", async () => {
	const subject = "Paper 0 of 2026-06-08 and 9 more papers";
	expect(await forecastDigest(now)).toEqual([
		{ kind: "daily", subject, papers: 10, recipients: 2 },
		{ kind: "daily", subject: "Paper 0 of 2026-06-08 and 4 more papers", papers: 5, recipients: 1 },
		{ kind: "weekly", subject: `This week: ${subject}`, papers: 10, recipients: 1 },
	]);
	expect([await db().digest.count(), await db().delivery.count()]).toEqual([0, 0]);
});

test("is what a run then sends", async () => {
	const forecast = await forecastDigest(now);
	await runDigest({ now });
	const sent = Map.groupBy(resend.accepted, ({ subject }) => subject);
	for (const subject of sent.keys()) {
		const foreseen = forecast.filter((one) => one.subject === subject).reduce((sum, one) => sum + one.recipients, 0);
		expect(sent.get(subject)).toHaveLength(foreseen);
	}
	await db().paper.updateMany({ data: { hiddenAt: now } });
	await db().paper.update({ where: { id: "2606.08011" }, data: { hiddenAt: null } });
	// What a curator has hidden since goes out no more.
	expect(await forecastDigest(tomorrow)).toEqual([
		{ kind: "daily", subject: "Paper 11 of 2026-06-08", papers: 1, recipients: 3 },
	]);
});
