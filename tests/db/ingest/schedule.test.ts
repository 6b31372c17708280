import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { GET, POST } from "@/app/api/cron/ingest/route";
import { POST as revalidate } from "@/app/api/internal/revalidate/route";
import { db } from "@/lib/db/client";
import { ingestIfDue, ingestScheduled } from "@/lib/ingest/schedule";
import { addDays, type UtcDate, utcDateOf } from "@/lib/time";
import { type ArxivPaper, startArxiv } from "../../fakes/arxiv";
import { type ListedItem, startHuggingFace } from "../../fakes/huggingface";
import { listed } from "./listed";

const revalidatePath = vi.hoisted(() => vi.fn());
vi.mock("next/cache", () => ({ revalidatePath }));

const today = utcDateOf(new Date());
/** Noon, so that an hour later is the same day whenever the tests run. */
const now = new Date(`${today}T12:00:00Z`);
const day = (ago: number): UtcDate => addDays(today, -ago);

const items: ListedItem[] = [listed(1, today), listed(2, day(1)), listed(3, day(6)), listed(4, day(7))];
const known: ArxivPaper[] = [1, 2].map((number) => ({
	id: `2611.0000${number}`,
	title: `At arXiv ${number}`,
	abstract: "From arXiv.",
	authors: ["Ada First", "Bea Second"],
	categories: ["cs.LG"],
	published: "2026-11-18T17:59:53Z",
}));
const huggingface = await startHuggingFace(items);
const arxiv = await startArxiv(known);
process.env.HUGGINGFACE_URL = huggingface.url;
process.env.ARXIV_API_URL = arxiv.url;
const secret = process.env.CRON_SECRET ?? "";

afterAll(() => Promise.all([huggingface.close(), arxiv.close()]));
beforeEach(async () => {
	huggingface.requests.length = 0;
	revalidatePath.mockReset();
	await db().$executeRaw`TRUNCATE papers, authors, organizations, editions, ingest_runs CASCADE`;
});

const ask = (path: string, headers: Record<string, string>, init: RequestInit = {}) =>
	new Request(`http://127.0.0.1:4200${path}`, { ...init, headers });
const bearer = { Authorization: `Bearer ${secret}` };
const askedDays = () => [...new Set(huggingface.requests.map(({ url }) => url.searchParams.get("date")))];

it("fetches the last seven days at first, and has arXiv describe what is on them", async () => {
	const { huggingface: lists, arxiv: described } = await ingestScheduled({ now });
	expect(askedDays()).toEqual([0, 1, 2, 3, 4, 5, 6].map(day));
	expect(lists).toMatchObject({ state: "done", new: 3 });
	expect(described).toMatchObject({ state: "done", changed: 2, failed: 1 });
	const paper = await db().paper.findUniqueOrThrow({ where: { id: "2611.00001" } });
	expect(paper).toMatchObject({ title: "At arXiv 1", describedBy: "arxiv", categories: ["cs.LG"], importedUpvotes: 1 });
});

it("looks at today and yesterday again, each hour", async () => {
	await ingestScheduled({ now });
	const signal = new AbortController().signal;
	expect(await ingestIfDue(new Date(now.getTime() + 59 * 60_000), signal)).toBeUndefined();
	huggingface.requests.length = 0;
	const again = await ingestIfDue(new Date(now.getTime() + 61 * 60_000), signal);
	expect(again?.huggingface).toMatchObject({ state: "done", new: 0, changed: 0, unchanged: 2 });
	expect(askedDays()).toContain(day(0));
	expect(askedDays()).not.toContain(day(3));
});

it("is run by a cron service that knows the secret, which renews the pages", async () => {
	expect((await GET(ask("/api/cron/ingest", {}))).status).toBe(401);
	expect((await POST(ask("/api/cron/ingest", { Authorization: "Bearer wrong" }, { method: "POST" }))).status).toBe(401);
	expect(await db().ingestRun.count()).toBe(0);

	const dry = await GET(ask("/api/cron/ingest?dryRun=1", bearer));
	expect(await dry.json()).toMatchObject({ huggingface: { new: 3 } });
	expect([await db().paper.count(), await db().ingestRun.count()]).toEqual([0, 0]);
	expect(revalidatePath).not.toHaveBeenCalled();

	const answer = await POST(ask("/api/cron/ingest", bearer, { method: "POST" }));
	expect(answer.status).toBe(200);
	expect(await answer.json()).toMatchObject({ huggingface: { state: "done", new: 3 }, arxiv: { changed: 2 } });
	const renewed = revalidatePath.mock.calls.flat();
	expect(renewed).toEqual(
		expect.arrayContaining(["/papers/date/newest", `/papers/date/${today}`, "/papers/2611.00001"]),
	);
});

it("answers that a source failed, as an error", async () => {
	const page = { kind: "body", type: "text/html", body: "<html>" } as const;
	huggingface.faults.push(page, page);
	const answer = await GET(ask("/api/cron/ingest", bearer));
	huggingface.faults.length = 0;
	expect(answer.status).toBe(502);
	expect(await answer.json()).toMatchObject({
		error: expect.stringContaining("could not be read"),
		huggingface: { state: "failed", errors: [{ window: today }, { window: day(1) }] },
	});
});

it("lets nobody without the secret renew pages, and nothing but pages be renewed", async () => {
	const post = (body: unknown, headers: Record<string, string> = bearer) =>
		revalidate(ask("/api/internal/revalidate", headers, { method: "POST", body: JSON.stringify(body) }));
	expect((await post({ paths: ["/papers/2611.00001"] }, {})).status).toBe(401);
	expect((await post({ paths: ["/settings"] })).status).toBe(400);
	expect((await post("nonsense")).status).toBe(400);
	expect(revalidatePath).not.toHaveBeenCalled();
	expect((await post({ paths: ["/papers/2611.00001"] })).status).toBe(204);
	expect(revalidatePath).toHaveBeenCalledWith("/papers/2611.00001");
	expect((await post({ paths: "everything" })).status).toBe(204);
	expect(revalidatePath).toHaveBeenCalledWith("/", "layout");
});
