import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { createGate } from "@/lib/ingest/http/gate";
import { log } from "@/lib/log";
import { listPaper } from "@/lib/submissions/mutations";
import { previewPaper } from "@/lib/submissions/queries";
import { setVote } from "@/lib/votes/mutations";
import { startArxiv } from "../../fakes/arxiv";
import { WEB_PAGE } from "../../fakes/faults";
import { addListed, addPerson, newPaper, today, tokenFor } from "./scene";

const paper = (id: string, published: Date) => ({
	id,
	title: `A title\n  of ${id}`,
	abstract: "An abstract.",
	authors: ["Ada", "Émile"],
	categories: ["cs.LG"],
	published: published.toISOString(),
});
const yesterday = new Date(Date.now() - 86_400_000);
const arxiv = await startArxiv([paper("2611.00001", yesterday), paper("1706.03762", new Date("2017-06-12T17:57:34Z"))]);
// Before anything reads the settings.
process.env.ARXIV_API_URL = arxiv.url;
// Local, so that nobody has to wait three seconds between two requests.
Object.assign(globalThis, { __broadsheetArxivGate: createGate(0) });

beforeEach(() => void vi.spyOn(log, "warn").mockImplementation(() => undefined));
afterEach(() => {
	arxiv.requests.length = 0;
	arxiv.faults.length = 0;
});
afterAll(() => arxiv.close());

const preview = async (userId: string, text: string) => previewPaper(userId, text, new Date());

it("shows a paper as arXiv has it and changes nothing; its token lists it", async () => {
	const ada = await addPerson();
	const result = await preview(ada, "https://arxiv.org/abs/2611.00001v1");
	if (!result.ok || result.value.step !== "preview") throw new Error("no preview");
	expect(result.value.paper).toEqual({
		id: "2611.00001",
		title: "A title of 2611.00001",
		abstract: "An abstract.",
		authors: ["Ada", "Émile"],
		publishedOn: yesterday.toISOString().slice(0, 10),
	});
	expect(await db().paper.count({ where: { id: "2611.00001" } })).toBe(0);
	expect(await listPaper(ada, result.value.token, new Date())).toMatchObject({ value: { step: "listed" } });
	expect(arxiv.requests).toHaveLength(1);
	expect(await preview(ada, "2611.00001")).toEqual({
		ok: true,
		value: { step: "known", paper: { id: "2611.00001", title: "A title of 2611.00001", upvoted: false } },
	});
});

it("knows what is listed here, of any source, and whether the person has upvoted it", async () => {
	const ada = await addPerson();
	const id = await addListed("acl-2026-long-1", today());
	await setVote(ada, id, true);
	expect(await preview(ada, `${process.env.APP_URL}/papers/${id}`)).toMatchObject({
		value: { step: "known", paper: { id, upvoted: true } },
	});
	expect(arxiv.requests).toHaveLength(0);
});

it("looks up what is held without being listed", async () => {
	await db().paper.create({ data: { id: "1706.03762", title: "Old", abstract: "" } });
	expect(await preview(await addPerson("curator"), "1706.03762")).toMatchObject({ value: { step: "preview" } });
});

it("says why not, without asking arXiv where that is plain", async () => {
	const ada = await addPerson();
	await addListed("2611.00009", today());
	await db().paper.update({ where: { id: "2611.00009" }, data: { hiddenAt: new Date() } });
	expect(await preview(ada, "a title")).toEqual({ ok: false, reason: "unknown-form" });
	expect(await preview(ada, "acl-2026-long-9")).toEqual({ ok: false, reason: "unknown-form" });
	expect(await preview(ada, "2611.00009")).toEqual({ ok: false, reason: "hidden" });
	const busy = await addPerson();
	for (let n = 0; n < 5; n++) await listPaper(busy, await tokenFor(busy, newPaper(`2611.0080${n}`)), new Date());
	expect(await preview(busy, "2611.00001v2")).toMatchObject({ value: { step: "known" } });
	expect(await preview(busy, "2611.00077")).toEqual({ ok: false, reason: "limit" });
	expect(arxiv.requests).toHaveLength(0);
	expect(await preview(ada, "1706.03762")).toEqual({ ok: false, reason: "too-old" });
	expect(await preview(ada, "2611.99999")).toEqual({ ok: false, reason: "unknown-paper" });
	expect(arxiv.requests).toHaveLength(2);
});

it.each([
	["asks us to stay away", { kind: "status", status: 429, headers: { "Retry-After": "60" } }, "unreachable"],
	["answers with a web page", WEB_PAGE, "unreachable"],
	["sends us to another host", { kind: "redirect", to: "http://169.254.169.254/" }, "unreachable"],
	["forbids it", { kind: "status", status: 403 }, "not-answered"],
] as const)("when arXiv %s, says so at once", async (_what, fault, reason) => {
	arxiv.faults.push(fault);
	const startedAt = performance.now();
	expect(await preview(await addPerson(), "2611.00055")).toEqual({ ok: false, reason });
	expect(performance.now() - startedAt).toBeLessThan(3_000);
});

it("when arXiv hangs, gives up after ten seconds; meanwhile the person has no second turn, and others share the answer", async () => {
	arxiv.faults.push({ kind: "hang" });
	const [ada, bob] = [await addPerson(), await addPerson()];
	const startedAt = performance.now();
	const asked = arxiv.nextRequest();
	const first = preview(ada, "2611.00055");
	await asked;
	const shared = preview(bob, "2611.00055");
	expect(await preview(ada, "2611.00056")).toEqual({ ok: false, reason: "busy" });
	expect(await Promise.all([first, shared])).toEqual([
		{ ok: false, reason: "unreachable" },
		{ ok: false, reason: "unreachable" },
	]);
	expect(performance.now() - startedAt).toBeGreaterThan(9_000);
	expect(performance.now() - startedAt).toBeLessThan(12_000);
	expect(arxiv.requests).toHaveLength(1);
});
