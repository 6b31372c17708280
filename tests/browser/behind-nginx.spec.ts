import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { APIRequestContext, APIResponse, Browser, BrowserContext } from "@playwright/test";
import { typescriptArguments } from "../../scripts/bootstrap/database.mjs";
import { root } from "../../scripts/bootstrap/root.mjs";
import { listed } from "../db/ingest/listed";
import { query } from "../db/query";
import { testEnvironment } from "../env";
import { expect, test } from "./fixtures";
import { openOutbox } from "./outbox";
import { type Crowd, NO_NGINX, startCrowd } from "./server/start-crowd";
import { freshAddress, signIn } from "./steps";

/** Older than this no reader sees anything (docs/decisions/0019-cache-in-front.md). */
const OLDEST_MS = 60_000;

const DAY = "/papers/date/2026-06-08";
const PAPER = "2412.14093";

/** What nginx says of an answer for which it did not make the reader wait. */
const FROM_CACHE = ["HIT", "STALE", "UPDATING"];

let started: Crowd | undefined;

test.beforeAll(async () => {
	test.setTimeout(120_000);
	started = await startCrowd();
	await started?.startAnother({ port: started.secondPort });
});

test.beforeEach(() => test.skip(started === undefined, NO_NGINX));

test.afterAll(() => started?.stop());

function crowd(): Crowd {
	if (started === undefined) throw new Error("a test without nginx was not skipped");
	return started;
}

const cacheOf = (answer: APIResponse) => answer.headers()["x-cache"];

/** Upvotes of the paper as a page shows them to a stranger. */
async function upvotes(request: APIRequestContext, address: string): Promise<number> {
	const html = await (await request.get(address)).text();
	return Number(new RegExp(`value="${PAPER}"[^>]*title="(\\d+) = `).exec(html)?.[1]);
}

/** Forty readers at once. */
async function askAtOnce(request: APIRequestContext, address: string): Promise<(string | undefined)[]> {
	const answers = await Promise.all(Array.from({ length: 40 }, () => request.get(address)));
	for (const answer of answers)
		expect([answer.status(), await answer.text()]).toEqual([200, expect.stringContaining("</html>")]);
	return answers.map(cacheOf);
}

test("of many who ask for a page at once one asks the app, also when it has run out; the others get what there is", async ({
	request,
}) => {
	test.slow();
	const { url } = crowd();
	const address = `${url}/papers/month/2026-06`;
	const first = await askAtOnce(request, address);
	expect(first.filter((cache) => cache === "MISS")).toHaveLength(1);
	// By and by it runs out: then one is served what there is while it is fetched anew behind their back, and the others alike.
	const caches: (string | undefined)[] = [];
	await expect
		.poll(
			async () => {
				caches.push(...(await askAtOnce(request, address)));
				return caches.includes("STALE");
			},
			{ timeout: OLDEST_MS },
		)
		.toBe(true);
	expect(caches.filter((cache) => cache === "STALE")).toHaveLength(1);
	expect(caches.filter((cache) => !FROM_CACHE.includes(cache ?? ""))).toEqual([]);
	await expect.poll(async () => cacheOf(await request.get(address))).toBe("HIT");
});

test("readers of a front page leave the app in peace: of a thousand requests it gets less than ten", async ({
	request,
}) => {
	const { url } = crowd();
	const caches: (string | undefined)[] = [];
	for (let round = 0; round < 25; round += 1) caches.push(...(await askAtOnce(request, url + DAY)));
	expect(caches).toHaveLength(1000);
	expect(caches.filter((cache) => cache !== "HIT" && cache !== "UPDATING").length).toBeLessThan(10);
});

test("whoever reads no brotli, or no gzip, gets what they can read", async ({ request }) => {
	const { url } = crowd();
	for (const encoding of ["br", "gzip", "identity"]) {
		const answer = await request.get(url + DAY, { headers: { "accept-encoding": encoding } });
		expect(answer.headers()["content-encoding"] ?? "identity").toBe(encoding);
		expect(await answer.text()).toContain("Alignment faking");
	}
});

test("a session holds at both processes", async ({ browser }) => {
	const context = await enter(browser);
	for (let count = 0; count < 6; count += 1)
		expect(await (await context.request.get("/api/me")).json()).toMatchObject({ signedIn: true });
	await context.close();
});

// Side by side, as each of them waits for what nginx has to grow old.
test("a vote by one process shows at the other at once; it, and that a curator hides a paper, to strangers within a minute", async ({
	browser,
	request,
}) => {
	test.slow();
	await Promise.all([expectVoteToShow(browser, request), expectHidingToShow(request)]);
});

/** Signs somebody in. */
async function enter(browser: Browser): Promise<BrowserContext> {
	const { url, outboxDir } = crowd();
	const context = await browser.newContext({ baseURL: url });
	await signIn(await context.newPage(), openOutbox(outboxDir), freshAddress("crowd"));
	return context;
}

async function expectVoteToShow(browser: Browser, request: APIRequestContext): Promise<void> {
	const { url, processes } = crowd();
	const context = await enter(browser);
	const before = await upvotes(request, url + DAY);
	for (const site of processes) expect(await upvotes(request, site.url + DAY)).toBe(before);
	const vote = await context.request.post("/api/votes", {
		headers: { origin: url },
		data: { paper: PAPER, upvoted: true },
	});
	const votedAt = performance.now();
	expect(vote.status()).toBe(200);
	for (const site of processes) {
		const me = await context.request.get(`${site.url}/api/me?papers=${PAPER}`);
		expect(await me.json()).toMatchObject({ upvoted: [PAPER] });
	}
	await expect.poll(() => upvotes(request, url + DAY), { timeout: OLDEST_MS }).toBe(before + 1);
	expect(performance.now() - votedAt).toBeLessThan(OLDEST_MS);
	await context.close();
}

/** It is gone, and not shown as what there was. */
async function expectHidingToShow(request: APIRequestContext): Promise<void> {
	const { url, databaseUrl } = crowd();
	const address = `${url}/papers/2510.02081`;
	expect((await request.get(address)).status()).toBe(200);
	await query(databaseUrl, "UPDATE papers SET hidden_at = now() WHERE id = '2510.02081'");
	await expect.poll(async () => (await request.get(address)).status(), { timeout: OLDEST_MS }).toBe(404);
	expect((await request.get(address)).status()).toBe(404);
}

// The first papers that an ingest brings take the sample edition's place.
test("what an ingest brings shows within a minute, whichever process is asked", async ({ request }) => {
	test.slow();
	const { url, processes, databaseUrl } = crowd();
	const folder = await mkdtemp(path.join(os.tmpdir(), "broadsheet-papers-"));
	const address = "/papers/date/2026-06-05";
	const count = async (at: string) =>
		(await (await request.get(at + address)).text()).match(/class="paper"/g)?.length ?? 0;
	const sites = processes.map((site) => site.url);
	for (const at of [url, ...sites]) expect(await count(at)).toBe(0);
	await writeFile(path.join(folder, "papers.jsonl"), JSON.stringify(listed(1, "2026-06-05").item));
	const env = { ...process.env, ...testEnvironment({ DATABASE_URL: databaseUrl }), INIT_CWD: folder };
	const args = [...typescriptArguments(root, "scripts/ingest.ts"), "--source", "file", "--file", "papers.jsonl"];
	await promisify(execFile)(process.execPath, args, { cwd: root, env });
	// Of the processes themselves within seconds.
	for (const at of sites) await expect.poll(() => count(at), { timeout: 10_000 }).toBe(1);
	await expect.poll(() => count(url), { timeout: OLDEST_MS }).toBe(1);
	await rm(folder, { recursive: true });
});

test("while app and database are away, what was seen is shown, and what was not is said to be away", async ({
	request,
}) => {
	const { url, processes, stopPostgres } = crowd();
	const seen = ["/", DAY, "/papers/month/2026-06"];
	for (const path of seen) expect((await request.get(url + path)).status()).toBe(200);
	await Promise.all(processes.map((site) => site.stop({ hurry: true })));
	await stopPostgres();
	for (const path of seen) {
		const answer = await request.get(url + path);
		expect([answer.status(), await answer.text()], path).toEqual([200, expect.stringContaining("Broadsheet")]);
	}
	const unseen = await request.get(`${url}/papers/2210.03350`);
	expect([unseen.status(), unseen.headers()["retry-after"]]).toEqual([503, "60"]);
	expect(await unseen.text()).toContain("Please try again in a minute.");
});
