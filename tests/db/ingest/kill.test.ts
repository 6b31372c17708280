import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { typescriptArguments } from "../../../scripts/bootstrap/database.mjs";
import { root } from "../../../scripts/bootstrap/root.mjs";
import { writeSyntheticPapers } from "../../bench/ingest/synthetic";
import { createTestDatabase } from "../database";
import { query } from "../query";
import { checksum } from "./checksum";

/** `KILLS=10` for the trial that docs speak of. */
const KILLS = Number(process.env.KILLS || 3);
const PAPERS = 2500;

const folder = await mkdtemp(path.join(os.tmpdir(), "broadsheet-kill-"));
afterAll(() => rm(folder, { recursive: true, force: true }));
const file = path.join(folder, "papers.jsonl");

it(`ends as an undisturbed run does after kill -9 at ${KILLS} random moments`, async () => {
	await writeSyntheticPapers(file, PAPERS);
	const undisturbed = await createTestDatabase();
	const killed = await createTestDatabase();
	const first = ingest(undisturbed.url);
	await hasBegun(undisturbed.url, 0);
	const startedAt = performance.now();
	expect(await first.ended).toBe(0);
	const working = performance.now() - startedAt;

	const left: number[] = [];
	for (let kill = 0; kill < KILLS; kill++) {
		const run = ingest(killed.url);
		await hasBegun(killed.url, kill);
		// A run that goes on passes quickly over what is there already.
		await sleep((Math.random() * working) / 2);
		run.kill();
		await run.ended;
		const held = await query<{ papers: number }>(killed.url, "SELECT count(*)::int AS papers FROM papers");
		left.push(held[0]?.papers ?? 0);
	}
	expect([0, 3]).toContain(await ingest(killed.url).ended);
	expect(await checksum(killed.url), `papers after each kill: ${left}`).toEqual(await checksum(undisturbed.url));
	const states = await query(
		killed.url,
		"SELECT state, count(*)::int FROM ingest_runs WHERE state = 'running' GROUP BY state",
	);
	expect(states).toEqual([]);
	process.stdout.write(`papers held after each kill: ${left.join(", ")}\n`);
	await Promise.all([undisturbed.drop(), killed.drop()]);
}, 300_000);

function ingest(databaseUrl: string) {
	const args = [...typescriptArguments(root, "scripts/ingest.ts"), "--source", "file", "--file", file];
	const env = { ...process.env, DATABASE_URL: databaseUrl, CRON_SECRET: "" };
	const child = spawn(process.execPath, args, { cwd: root, env, stdio: "ignore" });
	return { ended: once(child, "exit").then(([code]) => code as number | null), kill: () => child.kill("SIGKILL") };
}

/** Waits for the row of the run that follows so many others. */
async function hasBegun(databaseUrl: string, others: number): Promise<void> {
	const begun = async () => (await query(databaseUrl, "SELECT FROM ingest_runs")).length > others;
	await expect.poll(begun, { timeout: 30_000, interval: 20 }).toBe(true);
}
