import { beforeEach, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { withSession } from "@/lib/db/session";
import { lastRefreshed } from "@/lib/feed/queries";
import { papersWindow } from "@/lib/ingest/batches";
import { lockSource } from "@/lib/ingest/locks";
import { readDayWindows } from "@/lib/ingest/queries";
import { runIngest } from "@/lib/ingest/run";
import { paper, windowOf } from "./papers";

const now = new Date("2026-06-08T12:00:00Z");
const run = (...windows: ReturnType<typeof windowOf>[]) => runIngest({ now, source: "huggingface", windows });
const runs = () => db().ingestRun.findMany({ orderBy: [{ windowName: "asc" }, { seen: "asc" }] });

beforeEach(async () => {
	await db().$executeRaw`TRUNCATE papers, authors, organizations, editions, ingest_runs CASCADE`;
});

it("leaves a row a window, with what became of its items, and tells what it touched", async () => {
	expect(await lastRefreshed()).toBeUndefined();
	await run(windowOf("2026-06-05", [paper("2606.00001")]));
	const result = await run(windowOf("2026-06-05", [paper("2606.00001"), paper("2606.00002")], [paper("2606.00003")]));
	expect(result).toMatchObject({ state: "done", seen: 3, new: 2, changed: 0, unchanged: 1, failed: 0, errors: [] });
	expect([...result.touched.papers].sort()).toEqual(["2606.00002", "2606.00003"]);
	expect([...result.touched.days]).toEqual(["2026-06-05"]);
	expect(await runs()).toMatchObject([
		{ seen: 1, new: 1, state: "done" },
		{ seen: 3, new: 2, state: "done", error: null },
	]);
	expect((await lastRefreshed())?.getTime()).toBeGreaterThanOrEqual(now.getTime());
});

it("records a window that fails, keeps what it gave until then, and goes on with the next", async () => {
	const failing = windowOf("2026-06-04", [paper("2606.00001")], new Error("huggingface.co does not answer"));
	const result = await run(failing, windowOf("2026-06-05", [paper("2606.00002")]));
	expect(result).toMatchObject({
		state: "failed",
		new: 2,
		errors: [{ window: "2026-06-04", reason: "huggingface.co does not answer" }],
	});
	expect(await runs()).toMatchObject([
		{ windowName: "2026-06-04", state: "failed", new: 1, error: "huggingface.co does not answer" },
		{ windowName: "2026-06-05", state: "done", new: 1 },
	]);
	expect(await db().paper.count()).toBe(2);
});

it("gives a source up that fails twice in a row", async () => {
	const down = ["2026-06-01", "2026-06-02", "2026-06-03"].map((name) => windowOf(name, new Error("down")));
	expect((await run(...down)).errors).toHaveLength(2);
});

it("does without a paper that the database refuses, and names it", async () => {
	const papers = Array.from({ length: 20 }, (_, index) => paper(`2606.1${String(index).padStart(4, "0")}`));
	papers.splice(13, 1, paper("2606.66666", { counts: { upvotes: 2 ** 40, comments: 0, capturedAt: now } }));
	const result = await run(windowOf("2026-06-05", papers));
	expect(result).toMatchObject({ state: "done", seen: 20, new: 19, failed: 1 });
	expect(result.problems).toEqual([{ where: "2606.66666", reason: expect.stringContaining("out of range") }]);
	expect((await runs())[0]?.error).toContain("2606.66666");
});

it("does not work twice at once", async () => {
	let free = () => {};
	const held = new Promise<void>((resolve) => {
		free = resolve;
	});
	let reads = 0;
	const slow = papersWindow("2026-06-05", async function* () {
		reads += 1;
		await held;
		yield { papers: [paper("2606.00001")], problems: [], failed: 0 };
	});
	const first = run(slow);
	await expect.poll(() => reads).toBe(1);
	expect(await run(slow)).toMatchObject({ state: "busy", seen: 0 });
	// Another source is another matter.
	expect(await runIngest({ now, source: "arxiv", windows: [windowOf("ids", [])] })).toMatchObject({ state: "done" });
	free();
	expect(await first).toMatchObject({ state: "done", new: 1 });
	expect(reads).toBe(1);
	expect(await runs()).toHaveLength(2);
});

it("finds a run that died, marks it dead, and has its window done again", async () => {
	await db().ingestRun.create({ data: { source: "huggingface", windowName: "2026-06-02", startedAt: now } });
	expect(await readDayWindows("huggingface", now)).toEqual([{ windowName: "2026-06-02", isDone: false, doneAt: null }]);
	await run(windowOf("2026-06-08", []));
	expect((await runs())[0]).toMatchObject({ windowName: "2026-06-02", state: "dead", error: expect.any(String) });
	const notDone = (await readDayWindows("huggingface", now)).filter(({ isDone }) => !isDone);
	expect(notDone).toMatchObject([{ windowName: "2026-06-02" }]);
});

it("keeps the lock for as long as the session lives, no longer", async () => {
	await withSession(async (session) => {
		expect(await lockSource(session, "arxiv")).toBe(true);
		expect(await withSession((other) => lockSource(other, "arxiv"))).toBe(false);
	});
	expect(await withSession((other) => lockSource(other, "arxiv"))).toBe(true);
});

it("of a dry run writes nothing at all", async () => {
	const windows = [windowOf("2026-06-05", [paper("2606.00001")])];
	const result = await runIngest({ now, source: "huggingface", windows, dryRun: true });
	expect(result).toMatchObject({ state: "done", new: 1 });
	expect(result.touched.papers.size).toBe(0);
	expect([await db().paper.count(), await db().edition.count(), await db().author.count(), await runs()]).toEqual([
		0,
		0,
		0,
		[],
	]);
});

it("stops where it is told to, and counts the window as not done", async () => {
	const stopping = new AbortController();
	const many = Array.from({ length: 1200 }, (_, index) => paper(`2606.${10_000 + index}`));
	const options = {
		now,
		source: "huggingface" as const,
		windows: [windowOf("2026-06-05", many), windowOf("2026-06-04", many)],
	};
	const result = await runIngest({
		...options,
		signal: stopping.signal,
		onProgress: () => stopping.abort(new Error("stopped by SIGTERM")),
	});
	expect(result).toMatchObject({ state: "failed", new: 500 });
	expect(await runs()).toMatchObject([{ windowName: "2026-06-05", state: "failed", error: "stopped by SIGTERM" }]);
});

it("takes at most as many papers as it was limited to, under a name of its own", async () => {
	const windows = [windowOf("2026-06-05", [paper("2606.00001"), paper("2606.00002")], [paper("2606.00003")])];
	expect(await runIngest({ now, source: "huggingface", windows, limit: 1 })).toMatchObject({ seen: 1, new: 1 });
	expect(await readDayWindows("huggingface", now)).toEqual([]);
});
