import { rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { query } from "../db/query";
import { ask } from "./ask";
import { expect, test } from "./fixtures";
import { openOutbox } from "./outbox";
import { makeOtherVersion } from "./server/other-version";
import { NO_NGINX, startCrowd } from "./server/start-crowd";
import { startServer } from "./server/start-server";
import { freshAddress, signIn } from "./steps";

const DAY = "/papers/date/2026-06-08";
const PAPER = "/papers/2412.14093";
/** What one person may (lib/votes/limits.ts), and what this one tries: at each process less than that. */
const VOTES_AT_ONCE = 60;
const VOTES_A_SECOND = 1;
const VOTES = 110;

test("people are signed in at each of two processes, and the limit on votes holds over both", async ({ browser }) => {
	test.setTimeout(180_000);
	const server = await startServer();
	try {
		const { url: second } = await server.startAnother();
		const context = await browser.newContext({ baseURL: server.url });
		const page = await context.newPage();
		await signIn(page, openOutbox(server.outboxDir), freshAddress("both"));
		const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
		const sites = [server.url, second];
		const vote = (site: string) => {
			const headers = { cookie, origin: server.url, "content-type": "application/json" };
			const body = JSON.stringify({ paper: "2412.14093", upvoted: true });
			return ask(site, "/api/votes", { method: "POST", headers, body });
		};
		const begun = performance.now();
		const votes = await Promise.all(Array.from({ length: VOTES }, (_, nth) => vote(sites[nth % 2] ?? second)));
		const seconds = Math.ceil((performance.now() - begun) / 1000);
		const accepted = votes.filter(({ status }) => status === 200).length;
		expect(votes.map(({ status }) => status).filter((status) => status !== 200 && status !== 429)).toEqual([]);
		expect(accepted).toBeGreaterThanOrEqual(VOTES_AT_ONCE);
		expect(accepted).toBeLessThanOrEqual(VOTES_AT_ONCE + seconds * VOTES_A_SECOND);
		for (const site of sites)
			expect(JSON.parse((await ask(site, "/api/me", { headers: { cookie } })).body)).toMatchObject({ signedIn: true });

		// Signed out at one is signed out at the other.
		await query(server.databaseUrl, "DELETE FROM sessions");
		for (const site of sites)
			expect(JSON.parse((await ask(site, "/api/me", { headers: { cookie } })).body)).toMatchObject({ signedIn: false });
		await context.close();
	} finally {
		await server.stop();
	}
});

test("a new version comes in process by process: nobody is refused, and pages of the old one go on with the new", async ({
	browser,
}) => {
	const crowd = await startCrowd();
	test.skip(crowd === undefined, NO_NGINX);
	if (crowd === undefined) return;
	const folder = await makeOtherVersion(`other-version-${crowd.secondPort}`);
	try {
		const context = await browser.newContext({ baseURL: crowd.url });
		const page = await context.newPage();
		const faults: string[] = [];
		page.on("pageerror", (error) => faults.push(error.message));
		const address = freshAddress("rolling");
		await signIn(page, openOutbox(crowd.outboxDir), address);
		await query(crowd.databaseUrl, "UPDATE users SET handle = 'rolling', handle_key = 'rolling' WHERE email = $1", [
			address,
		]);
		const [old] = crowd.processes;
		await page.goto(PAPER);
		const plain = await browser.newContext({ baseURL: crowd.url, javaScriptEnabled: false });
		await plain.addCookies(await context.cookies());
		const plainPage = await plain.newPage();
		await plainPage.goto(PAPER);
		const oldPage = await context.newPage();
		await oldPage.goto(DAY);
		const file = /\/_next\/static\/[^"]+\.js/.exec(await page.content())?.[0] ?? "";
		await rm(`${folder}/.next/static/${file.slice("/_next/static/".length)}`);

		const reading = new AbortController();
		const statuses = readOn(crowd.url, reading.signal);
		const another = await crowd.startAnother({ port: crowd.secondPort, folder });
		const idOf = async (url: string, place = DAY) =>
			/"b":"([^"]+)"/.exec((await ask(url, place)).body.replaceAll("\\", ""))?.[1];
		const newId = await idOf(another.url);
		expect(await idOf(old?.url ?? "")).not.toBe(newId);
		// nginx has found it away before it was there.
		let asked = 0;
		await expect.poll(() => idOf(crowd.url, `${DAY}?asked=${asked++}`), "the new version is asked").toBe(newId);
		// While both run, a file that only the old one has comes, whichever is asked first.
		for (let count = 0; count < 6; count += 1)
			expect((await ask(crowd.url, `${file}?${count}`)).status, file).toBe(200);
		await old?.stop();
		await expect.poll(async () => (await ask(crowd.url, "/api/health")).status).toBe(200);
		reading.abort();
		expect((await statuses).filter((status) => status !== 200)).toEqual([]);

		// From here on, there is the new version alone.
		await page.getByLabel("Write a comment").fill("From the old page to the new version");
		await page.getByRole("button", { name: "Post" }).click();
		await expect(page.getByRole("paragraph").filter({ hasText: "From the old page to the new version" })).toBeVisible();
		await plainPage.getByLabel("Write a comment").fill("And without a script");
		await plainPage.getByRole("button", { name: "Post" }).click();
		await expect(plainPage.getByRole("paragraph").filter({ hasText: "And without a script" })).toBeVisible();
		await oldPage
			.getByRole("button", { name: /^Upvote, / })
			.first()
			.click();
		await expect(oldPage.getByRole("button", { name: /^Upvoted, / })).toHaveAttribute("aria-pressed", "true");
		expect(faults).toEqual([]);
		await plain.close();
		await context.close();
	} finally {
		await crowd.stop();
		await rm(folder, { recursive: true, force: true });
	}
});

test("a process that is told to stop is done by itself, although a proxy goes on asking through its connections", async ({
	privateServer,
}) => {
	const { url, processes } = privateServer;
	const [site] = processes;
	const askOn = async () => {
		for (let count = 0; ; count += 1) await ask(url, `/search?q=paper${count}`);
	};
	const asking = Promise.allSettled([askOn(), askOn()]);
	await expect.poll(async () => (await ask(url, "/search?q=first")).status).toBe(200);
	await site?.stop();
	expect(await site?.ended).toEqual({ code: 0, signal: null });
	await asking;
});

/** Reads pages that no cache has until told to stop, and gives how each was answered. */
async function readOn(url: string, signal: AbortSignal): Promise<number[]> {
	const statuses: number[] = [];
	for (let count = 0; !signal.aborted; count += 1) {
		statuses.push((await ask(url, `${DAY}?reader=${count}`)).status);
		await sleep(20);
	}
	return statuses;
}
