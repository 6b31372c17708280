import { afterAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { readDigestPage, readMailPage } from "@/lib/digest/page";
import { previewMail } from "@/lib/digest/preview";
import { listBalances } from "@/lib/digest/queries";
import { runDigest } from "@/lib/digest/run";
import { defaultChoices } from "@/lib/subscribers/choices";
import { findChooser } from "@/lib/subscribers/queries";
import { readChoicesToken } from "@/lib/subscribers/tokens";
import { parseUtcDate, type UtcDate } from "@/lib/time";
import { indexAll } from "../search/scene";
import { addChooser, addEdition, clear, startResend } from "./scene";

const resend = await startResend();
const day = (text: string) => parseUtcDate(text) as UtcDate;
const monday = day("2026-06-08");
const now = new Date("2026-06-09T06:00:00Z");
const nextDay = new Date("2026-06-10T06:00:00Z");

beforeEach(async () => {
	resend.reset();
	await clear();
	await db().user.deleteMany();
	await db().organization.deleteMany();
});

afterAll(() => resend.stop());

/** The papers of a mail, by their links, in its order. */
function papersIn(email: string): string[] {
	const texts = resend.accepted.filter(({ to }) => to === email).map(({ text }) => text);
	return [...(texts.at(-1) ?? "").matchAll(/^ {4}http\S+\/papers\/(\S+)$/gm)].map(([, id]) => id ?? "");
}

const textTo = (email: string) => resend.accepted.filter(({ to }) => to === email).at(-1)?.text ?? "";

test("each gets as many papers as they chose, above their upvotes, and those who chose alike share one rendering", async () => {
	await addEdition(monday, { papers: 30 });
	await addChooser("few@example.org", { papers: 5 });
	await addChooser("same@example.org", { papers: 5, language: "en-US" });
	await addChooser("many@example.org", { papers: 25 });
	await addChooser("high@example.org", { papers: 25, minUpvotes: 98 });
	expect(await runDigest({ now })).toMatchObject({ planned: 4, submitted: 4, waiting: 0 });
	expect(["few", "same", "many", "high"].map((name) => papersIn(`${name}@example.org`).length)).toEqual([5, 5, 25, 3]);
	expect(await db().digestSelection.count()).toBe(3);
	expect(resend.requests).toHaveLength(1);
	for (const { html } of resend.accepted) expect(Buffer.byteLength(html)).toBeLessThan(90_000);
});

test("what is included and excluded is by topic, author, organisation and words", async () => {
	await addEdition(monday, { papers: 8 });
	const [one, two, three, four] = ["2606.08001", "2606.08002", "2606.08003", "2606.08004"];
	await db().paper.update({
		where: { id: one },
		data: {
			topics: { create: { position: 0, topic: { create: { slug: "retrieval", name: "Retrieval", kind: "keyword" } } } },
		},
	});
	await db().paper.update({
		where: { id: two },
		data: {
			authors: {
				create: {
					position: 0,
					name: "Ada  Lovelace",
					author: { create: { slug: "ada-lovelace", name: "Ada Lovelace" } },
				},
			},
		},
	});
	await db().paper.update({
		where: { id: three },
		data: { organization: { create: { slug: "deep-lab", name: "Deep Lab" } } },
	});
	await db().paper.update({ where: { id: four }, data: { title: "A Café of State-Space Models" } });
	await addChooser("in@example.org", {
		include: ["topic: Retrievals", "author: lovelace", "org: deep lab", "cafe of state space"],
	});
	await addChooser("out@example.org", {
		exclude: ["topic:retrieval", "author:Ada Lovelace", "state space models", "space mod"],
	});
	await runDigest({ now });
	expect(papersIn("in@example.org")).toEqual([one, two, three, four]);
	expect(papersIn("out@example.org")).toEqual(["2606.08000", three, "2606.08005", "2606.08006", "2606.08007"]);
});

test("no paper comes twice, and a mail without any is not sent, unless asked for", async () => {
	await addEdition(monday);
	await addChooser("quiet@example.org", { papers: 25 });
	await addChooser("always@example.org", { papers: 25, evenIfEmpty: true });
	await addChooser("five@example.org", { papers: 5 });
	await runDigest({ now });
	resend.reset();
	expect(await runDigest({ now: nextDay })).toMatchObject({ planned: 3, submitted: 2, skipped: 1, waiting: 0 });
	expect(papersIn("five@example.org")).toEqual(["05", "06", "07", "08", "09"].map((rank) => `2606.080${rank}`));
	expect(resend.countByAddress().get("quiet@example.org")).toBeUndefined();
	expect(resend.accepted.find(({ to }) => to === "always@example.org")).toMatchObject({
		subject: "No new papers for you",
		text: expect.stringContaining("no new papers that match"),
	});
	expect(await db().delivery.findFirst({ where: { state: "skipped" } })).toMatchObject({ reason: "nothing new" });
	expect(await listBalances(1)).toMatchObject([
		{ kind: "daily", edition: monday, planned: 6, submitted: 5, rejected: 0, skipped: 1, unknown: 0, waiting: 0 },
	]);
});

test("a weekly mail holds the week's best, and a daily one of the same week leaves out nothing of others", async () => {
	for (const date of ["2026-06-01", "2026-06-02", "2026-06-08"]) await addEdition(day(date), { papers: 4 });
	await addChooser("weekly@example.org", { rhythm: "weekly", weekday: 2, papers: 25, language: "de" });
	await addChooser("daily@example.org");
	await runDigest({ now });
	expect(papersIn("weekly@example.org")).toEqual(
		[0, 1, 2, 3].flatMap((rank) => [`2606.0200${rank}`, `2606.0800${rank}`]),
	);
	expect(textTo("weekly@example.org")).toContain("2.–8. Juni 2026");
	expect(papersIn("daily@example.org")).toHaveLength(4);
	expect(await runDigest({ now: nextDay })).toMatchObject({ planned: 1 });
});

test("what the account of the same address follows comes with the reason, if it is confirmed and wanted", async () => {
	await addEdition(monday, { papers: 12 });
	const last = "2606.08011";
	await db().paper.update({
		where: { id: last },
		data: { organization: { create: { slug: "deep-lab", name: "Deep Lab" } } },
	});
	const { organizationId } = await db().paper.findUniqueOrThrow({ where: { id: last } });
	for (const [name, emailVerified, inDigest] of [
		["ada", true, true],
		["unconfirmed", false, true],
		["silent", true, false],
	] as const) {
		const email = `${name}@example.org`;
		await addChooser(email);
		await db().user.create({
			data: { id: name, name, email, emailVerified, follows: { create: { organizationId, inDigest } } },
		});
	}
	await runDigest({ now });
	expect(papersIn("ada@example.org").at(-1)).toBe(last);
	expect(textTo("ada@example.org")).toContain("From Deep Lab, which you follow");
	for (const name of ["unconfirmed", "silent"]) expect(papersIn(`${name}@example.org`)).toHaveLength(10);
});

test("what a saved search finds comes with the search as its reason, from the digest's days alone", async () => {
	for (const date of ["2026-06-05", "2026-06-08"]) {
		await addEdition(day(date), { papers: 12 });
		await db().paper.update({ where: { id: `2606.${date.slice(8)}011` }, data: { title: "Quokkas at last" } });
	}
	await addChooser("ada@example.org");
	await indexAll();
	const user = { id: "ada", name: "Ada", email: "ada@example.org", emailVerified: true };
	await db().user.create({ data: { ...user, follows: { create: { search: "quokkas" } } } });
	await runDigest({ now });
	expect(papersIn("ada@example.org")).toHaveLength(11);
	expect(papersIn("ada@example.org").at(-1)).toBe("2606.08011");
	expect(textTo("ada@example.org")).toContain("Found by your search “quokkas”");
});

test("papers of an earlier mail that rose since are told of, to those who had them", async () => {
	await addEdition(monday, { papers: 12 });
	await addChooser("reader@example.org");
	await runDigest({ now });
	await db().paper.update({ where: { id: "2606.08003" }, data: { importedUpvotes: { increment: 41 } } });
	await addEdition(day("2026-06-09"), { papers: 6 });
	await addChooser("new@example.org");
	await runDigest({ now: nextDay });
	expect(textTo("reader@example.org").replace(/\s+/g, " ")).toContain(
		"Paper 3 of 2026-06-08 +41 upvotes since yesterday's mail",
	);
	expect(textTo("new@example.org")).not.toContain("+41");
});

test("choices count from the next mail on, and the preview shows what they bring without changing a row", async () => {
	await addEdition(monday);
	const id = await addChooser("reader@example.org");
	await runDigest({ now, limit: 0 });
	await db().digestChoices.update({ where: { subscriberId: id }, data: { papers: 6 } });
	const choices = { ...defaultChoices(6), papers: 7, include: ["Paper 3"] };
	const preview = await previewMail({ id, choices }, now);
	expect(preview).toEqual({ html: expect.stringContaining("Paper 3 of 2026-06-08") });
	expect(preview).not.toEqual({ html: expect.stringContaining("Paper 4 of") });
	expect(await previewMail({ id, choices: { ...choices, include: ["Paper 333"] } }, now)).toEqual({
		problem: expect.stringContaining("no mail would come"),
	});
	expect(await db().digestSelection.count()).toBe(1);
	expect((await findChooser({ id }))?.lastDay).toBe("2026-06-09");
});

test("a mail's own links: to the choices, for a while; to itself in a browser, public or signed", async () => {
	await addEdition(monday);
	const id = await addChooser("common@example.org", { timeZone: "Europe/Berlin", hour: 8 });
	await addChooser("own@example.org", { papers: 5 });
	await runDigest({ now });
	const common = textTo("common@example.org");
	expect(common).toContain("Every day at 08:00 in Europe/Berlin.");
	expect(common).toContain("/digests/daily/2026-06-08\n");
	const choices = /\/subscribe\/choices\?token=(\S+)/.exec(common)?.[1] ?? "";
	expect(await readChoicesToken(choices, new Date())).toBe(id);
	expect(await readChoicesToken(choices, new Date(Date.now() + 91 * 86_400_000))).toBeUndefined();
	const own = /\/digests\/mine\?token=(\S+)/.exec(textTo("own@example.org"))?.[1] ?? "";
	expect((await readMailPage(own, new Date()))?.papers).toHaveLength(5);
	expect(await readMailPage(choices, new Date())).toBeUndefined();
	expect((await readDigestPage("daily", monday))?.papers).toHaveLength(10);
	expect(await readDigestPage("weekly", monday)).toBeUndefined();
});
