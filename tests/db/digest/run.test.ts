import { afterAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { runDigest } from "@/lib/digest/run";
import { readUnsubscribeToken } from "@/lib/subscribers/tokens";
import { parseUtcDate, type UtcDate } from "@/lib/time";
import { addEdition, addSubscribers, clear, countStates, startResend } from "./scene";

const resend = await startResend();
const day = (text: string) => parseUtcDate(text) as UtcDate;
const edition = day("2026-06-08");
const now = new Date("2026-06-09T06:00:00Z");
const nothing = { planned: 0, submitted: 0, rejected: 0, skipped: 0, unknown: 0, waiting: 0 };

beforeEach(async () => {
	resend.reset();
	await clear();
});

afterAll(() => resend.stop());

test("everyone gets the newest closed edition once, however often it runs", async () => {
	await addEdition(day("2026-06-05"));
	await addEdition(edition);
	await addEdition(day("2026-06-09"));
	const emails = await addSubscribers(230);
	expect(await runDigest({ now })).toEqual({ ...nothing, edition, planned: 230, submitted: 230 });
	expect(await runDigest({ now })).toEqual({ ...nothing, edition });
	expect([...resend.countByAddress()].sort()).toEqual(emails.map((email) => [email, 1]).sort());
	expect(resend.requests.map(({ path }) => path)).toEqual(["/emails/batch", "/emails/batch", "/emails/batch"]);
	expect(await countStates()).toEqual({ submitted: 230 });
});

test("a mail holds the ten top papers, the way out, and its provider's id is kept", async () => {
	await addEdition(edition);
	const [email] = await addSubscribers(1);
	await runDigest({ now });
	const [mail] = resend.accepted;
	expect(mail).toMatchObject({
		from: "Broadsheet <digest@example.org>",
		to: email,
		subject: "Paper 0 of 2026-06-08 and 9 more papers",
	});
	for (const part of [mail?.html ?? "", mail?.text ?? ""]) {
		expect(part).toContain("Paper 9 of");
		expect(part).not.toContain("Paper 10 of");
		expect(part).toContain("Monday, June 8, 2026");
		expect(part).toContain("/papers/2606.08000");
	}
	expect(mail?.headers?.["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
	const token = /^<http:\/\/127\.0\.0\.1:4200\/api\/unsubscribe\?token=([^>]+)>$/.exec(
		mail?.headers?.["List-Unsubscribe"] ?? "",
	)?.[1];
	const delivery = await db().delivery.findFirstOrThrow();
	expect(await readUnsubscribeToken(token ?? "", now)).toBe(delivery.subscriberId);
	expect(mail?.text).toContain(`/unsubscribe?token=${token}`);
	expect(delivery.providerId).toBe(mail?.id);
	expect(await db().deliveryBatch.findMany({ select: { state: true, payload: true } })).toEqual([
		{ state: "settled", payload: null },
	]);
});

test("only those who subscribe now get it", async () => {
	await addEdition(edition);
	await addSubscribers(1);
	await db().subscriber.createMany({
		data: [{ email: "p@example.org" }, { email: "u@example.org", state: "unsubscribed", unsubscribedAt: now }],
	});
	expect(await runDigest({ now })).toMatchObject({ planned: 1, submitted: 1 });
});

test("two runs at once send once", async () => {
	await addEdition(edition);
	await addSubscribers(350);
	resend.options.delayMs = 30;
	const runs = await Promise.all([runDigest({ now }), runDigest({ now }), runDigest({ now })]);
	expect(runs.reduce((sum, run) => sum + run.planned, 0)).toBe(350);
	expect(runs.reduce((sum, run) => sum + run.submitted, 0)).toBe(350);
	expect(resend.accepted).toHaveLength(350);
	expect(resend.countByAddress().size).toBe(350);
	expect(await countStates()).toEqual({ submitted: 350 });
});

test("what is composed stays as it is while votes move", async () => {
	await addEdition(edition);
	await addSubscribers(2);
	await runDigest({ now, limit: 1 });
	await db().paper.update({ where: { id: "2606.08005" }, data: { importedUpvotes: 999 } });
	await db().paper.update({ where: { id: "2606.08000" }, data: { title: "Renamed" } });
	await runDigest({ now });
	expect(resend.accepted.map(({ subject, text }) => [subject, text.includes("999")])).toEqual(
		Array(2).fill(["Paper 0 of 2026-06-08 and 9 more papers", false]),
	);
});

test("nothing is composed while nobody subscribes, so that the first reader's votes still count", async () => {
	await addEdition(edition);
	expect(await runDigest({ now })).toEqual({ ...nothing, edition });
	expect(await db().digest.count()).toBe(0);
	await db().paper.update({ where: { id: "2606.08005" }, data: { importedUpvotes: 999 } });
	await addSubscribers(1);
	expect(await runDigest({ now })).toMatchObject({ planned: 1, submitted: 1 });
	expect(resend.accepted[0]?.subject).toBe("Paper 5 of 2026-06-08 and 9 more papers");
	expect(resend.accepted[0]?.text).toContain("999");
});

test("equal upvotes are ordered by listing, then by id", async () => {
	await addEdition(edition, { papers: 3 });
	await addSubscribers(1);
	await db().paper.updateMany({ data: { importedUpvotes: 5 } });
	await db().paper.update({ where: { id: "2606.08000" }, data: { listedAt: new Date("2026-06-08T10:00:00Z") } });
	await db().paper.update({ where: { id: "2606.08001" }, data: { listedAt: new Date("2026-06-08T10:00:00Z") } });
	await runDigest({ now });
	const digest = await db().digest.findFirstOrThrow();
	expect((digest.papers as { id: string }[]).map(({ id }) => id)).toEqual(["2606.08002", "2606.08000", "2606.08001"]);
});

test("a limit leaves the rest waiting", async () => {
	await addEdition(edition);
	await addSubscribers(150);
	expect(await runDigest({ now, limit: 30 })).toMatchObject({ planned: 150, submitted: 30, waiting: 120 });
	expect(await runDigest({ now })).toMatchObject({ planned: 0, submitted: 120, waiting: 0 });
	expect(resend.countByAddress().size).toBe(150);
});

test("a dry run counts and changes nothing", async () => {
	await addEdition(edition);
	await addSubscribers(3);
	expect(await runDigest({ now, dryRun: true })).toEqual({ ...nothing, edition, planned: 3 });
	expect(await db().digest.count()).toBe(0);
	expect(resend.requests).toEqual([]);
});

test("someone who confirms after the run gets the edition with the next one", async () => {
	await addEdition(edition);
	await addSubscribers(1);
	await runDigest({ now });
	await db().subscriber.create({ data: { email: "late@example.org", state: "confirmed", confirmedAt: now } });
	expect(await runDigest({ now })).toMatchObject({ planned: 1, submitted: 1 });
	expect(resend.accepted.at(-1)?.to).toBe("late@example.org");
});

test.each([
	["an edition older than three days is not mailed", day("2026-06-04"), false, false],
	["one of three days ago is", day("2026-06-06"), false, true],
	["the sample edition is, however old", day("2025-01-02"), true, true],
	["an open one is not", day("2026-06-09"), false, false],
	["an open sample edition is not", day("2026-06-09"), true, false],
])("%s", async (_what, date, isSample, isMailed) => {
	await addEdition(date, { isSample });
	await addSubscribers(1);
	expect(await runDigest({ now })).toMatchObject({ edition: isMailed ? date : null, submitted: isMailed ? 1 : 0 });
	expect(resend.accepted).toHaveLength(isMailed ? 1 : 0);
	for (const { html, text } of resend.accepted) {
		expect(html.includes("made-up upvotes")).toBe(isSample);
		expect(text.includes("sample edition")).toBe(isSample);
	}
});

test("a day without papers does not hide the one before", async () => {
	await addEdition(edition);
	await addEdition(day("2026-06-09"), { papers: 0 });
	await addSubscribers(1);
	expect(await runDigest({ now: new Date("2026-06-10T06:00:00Z") })).toMatchObject({ edition, submitted: 1 });
});

test("without any edition there is nothing to do", async () => {
	await addSubscribers(1);
	expect(await runDigest({ now })).toEqual({ ...nothing, edition: null });
});
