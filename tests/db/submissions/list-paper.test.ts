import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { findPaper } from "@/lib/papers/queries";
import { listPaper } from "@/lib/submissions/mutations";
import { startOfDay } from "@/lib/time";
import { readEdition } from "../editions";
import { actsOn, addListed, addPerson, newPaper, today, tokenFor } from "./scene";

const LIMIT = 5;

it("a paper goes on today's list, whole, with who submitted it and no vote of theirs", async () => {
	const ada = await addPerson("reader", "Ada Lovelace");
	const paper = { ...newPaper("2611.00001"), version: 2, categories: ["cs.LG"], doi: "10.1/x" };
	const result = await listPaper(ada, await tokenFor(ada, paper), new Date());
	expect(result).toEqual({
		ok: true,
		value: { step: "listed", paper: { id: paper.id, title: paper.title }, date: today() },
	});
	expect(await findPaper(paper.id)).toMatchObject({
		source: { title: paper.title },
		authors: [{ name: "Ada" }, { name: "Émile" }],
		editionDate: today(),
		submitter: { name: "Ada Lovelace", source: null },
		upvotes: { total: 0 },
	});
	expect((await readEdition(today())).papers.map(({ id }) => id)).toContain(paper.id);
	expect(await db().paper.findUnique({ where: { id: paper.id } })).toMatchObject({
		version: 2,
		doi: "10.1/x",
		listedBy: null,
		describedBy: "arxiv",
		importSource: null,
	});
	expect(await actsOn(paper.id)).toEqual([{ act: "submit", actorId: ada, detail: { date: today() } }]);
});

it("the vote that somebody had for a paper before submitting it is their own from then on, and lifts it no more", async () => {
	const ada = await addPerson();
	const paper = newPaper("2611.00009");
	await db().paper.create({ data: { id: paper.id, title: paper.title, abstract: "" } });
	await db().vote.create({ data: { userId: ada, paperId: paper.id } });
	await listPaper(ada, await tokenFor(ada, paper), new Date());
	const { votes, localUpvotes, rising } = await db().paper.findUniqueOrThrow({
		where: { id: paper.id },
		include: { votes: true },
	});
	expect([localUpvotes, rising]).toEqual([1, Number.NEGATIVE_INFINITY]);
	expect(votes).toMatchObject([{ standing: "own" }]);
});

it("who gave no name, or an address for one, is a reader; whose account is gone is nobody", async () => {
	for (const [id, name] of [
		["2611.00002", ""],
		["2611.00003", "ada@example.org"],
	] as const) {
		const userId = await addPerson("reader", name);
		const paper = newPaper(id);
		await listPaper(userId, await tokenFor(userId, paper), new Date());
		expect((await findPaper(paper.id))?.submitter).toEqual({ name: null, source: null });
		await db().user.delete({ where: { id: userId } });
		expect(await findPaper(paper.id)).toMatchObject({ submitter: null, editionDate: today() });
		expect(await actsOn(id)).toEqual([{ act: "submit", actorId: null, detail: { date: today() } }]);
	}
});

it("twelve people who submit one paper at once get one listing between them; the others hear that it is known", async () => {
	const people = await Promise.all(Array.from({ length: 12 }, () => addPerson()));
	const paper = newPaper("2611.00010");
	const tokens = await Promise.all(people.map((person) => tokenFor(person, paper)));
	const results = await Promise.all(people.map((person, at) => listPaper(person, tokens[at] ?? "", new Date())));
	const steps = results.map((result) => (result.ok ? result.value.step : result.reason));
	expect(steps.filter((step) => step === "listed")).toHaveLength(1);
	expect(steps.filter((step) => step === "known")).toHaveLength(11);
	const { submittedById } = await db().paper.findUniqueOrThrow({ where: { id: paper.id } });
	expect(submittedById).toBe(people[steps.indexOf("listed")]);
	expect(await actsOn(paper.id)).toHaveLength(1);
});

it("a person's daily limit holds against themselves: of ten at once, five are listed", async () => {
	const person = await addPerson();
	const papers = Array.from({ length: 10 }, (_, n) => newPaper(`2611.0010${n}`));
	const tokens = await Promise.all(papers.map((paper) => tokenFor(person, paper)));
	const results = await Promise.all(tokens.map((token) => listPaper(person, token, new Date())));
	expect(results.filter((result) => result.ok)).toHaveLength(LIMIT);
	expect(results.filter((result) => !result.ok && result.reason === "limit")).toHaveLength(10 - LIMIT);
	expect(await db().paper.count({ where: { submittedById: person } })).toBe(LIMIT);
	expect(await db().auditAct.count({ where: { actorId: person } })).toBe(LIMIT);
	// What was taken off since counts all the same; the next day is a new one.
	await db().paper.updateMany({ where: { submittedById: person }, data: { hiddenAt: new Date() } });
	const late = newPaper("2611.00119");
	expect(await listPaper(person, await tokenFor(person, late), new Date())).toEqual({ ok: false, reason: "limit" });
	const tomorrow = new Date(startOfDay(today()).getTime() + 86_400_000);
	expect(await listPaper(person, await tokenFor(person, late, tomorrow), tomorrow)).toMatchObject({ ok: true });
});

it("14 days old is new enough until the day is over, 15 is not; for curators nothing is too old or too many", async () => {
	const reader = await addPerson();
	const curator = await addPerson("curator");
	const now = new Date("2026-11-23T23:59:59Z");
	const list = async (userId: string, id: string, published: string) =>
		listPaper(userId, await tokenFor(userId, newPaper(id, new Date(published)), now), now);
	expect(await list(reader, "2611.00201", "2026-11-09T00:00:00Z")).toMatchObject({ ok: true });
	expect(await list(reader, "2611.00202", "2026-11-08T23:59:59Z")).toEqual({ ok: false, reason: "too-old" });
	expect(await db().paper.findUnique({ where: { id: "2611.00202" } })).toMatchObject({ editionDate: null });
	for (let n = 0; n <= LIMIT; n++)
		expect(await list(curator, `1706.0376${n}`, "2017-06-12T00:00:00Z")).toMatchObject({ ok: true });
	expect(await actsOn("1706.03760")).toEqual([{ act: "add", actorId: curator, detail: { date: "2026-11-23" } }]);
});

it("a role is as the row says at that moment", async () => {
	const person = await addPerson("curator");
	const paper = newPaper("1706.03770", new Date("2017-06-12"));
	const token = await tokenFor(person, paper);
	await db().user.update({ where: { id: person }, data: { role: "reader" } });
	expect(await listPaper(person, token, new Date())).toEqual({ ok: false, reason: "too-old" });
});

it("a preview is good for its own reader, for an hour, and for what it showed", async () => {
	const [ada, eve] = [await addPerson(), await addPerson()];
	const token = await tokenFor(ada, newPaper("2611.00301"));
	const over = { ok: false, reason: "preview-is-over" };
	expect(await listPaper(eve, token, new Date())).toEqual(over);
	expect(await listPaper(ada, token, new Date(Date.now() + 61 * 60_000))).toEqual(over);
	const [head = "", body = "", signature = ""] = token.split(".");
	const claims = JSON.parse(Buffer.from(body, "base64url").toString());
	claims.content.title = "Buy now";
	const forged = [head, Buffer.from(JSON.stringify(claims)).toString("base64url"), signature].join(".");
	for (const text of [forged, "", "x", `${head}.${body}.`])
		expect(await listPaper(ada, text, new Date())).toEqual(over);
	expect(await db().paper.count({ where: { id: "2611.00301" } })).toBe(0);
});

it("what is hidden stays hidden, and what stands on another day's list stays there", async () => {
	const person = await addPerson();
	await addListed("2611.00401", today());
	await db().paper.update({ where: { id: "2611.00401" }, data: { hiddenAt: new Date() } });
	const list = async (id: string) => listPaper(person, await tokenFor(person, newPaper(id)), new Date());
	expect(await list("2611.00401")).toEqual({ ok: false, reason: "hidden" });
	await addListed("2611.00402", "2026-11-01" as never);
	expect(await list("2611.00402")).toMatchObject({ ok: true, value: { step: "known" } });
	expect((await findPaper("2611.00402" as never))?.editionDate).toBe("2026-11-01");
	expect(await actsOn("2611.00402")).toEqual([]);
});

it("an account that is gone lists nothing", async () => {
	const person = await addPerson();
	const token = await tokenFor(person, newPaper("2611.00501"));
	await db().user.delete({ where: { id: person } });
	expect(await listPaper(person, token, new Date())).toEqual({ ok: false, reason: "no-account" });
	expect(await findPaper("2611.00501" as never)).toMatchObject({ editionDate: null });
});
