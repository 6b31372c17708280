import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { PaperId } from "@/lib/papers/ids";
import { findFreePort } from "../../scripts/bootstrap/ports.mjs";
import { ensureBuilt } from "../../scripts/bootstrap/prepare.mjs";
import { createProgress } from "../../scripts/bootstrap/progress.mjs";
import { root } from "../../scripts/bootstrap/root.mjs";
import { startSite } from "../browser/server/start-site";
import { startTestPostgres } from "../db/test-postgres";
import { testEnvironment } from "../env";
import { percentile } from "./search/timing";
import { castFor, drawBallots } from "./votes/ballots";
import { addPapers, addVoters, DAY, type Voter } from "./votes/scene";

const DATABASE = "bench";
const CLIENTS = 64;
/** As many as keep each person within a minute's votes. */
const VOTERS = 4000;

/**
 * `npm run bench -- votes [--seconds 15]`: how many votes and undos a second the production build takes from 64 signed-in
 * clients, on one paper and on 1,000, beside the same SQL bare over 64 connections to the same Postgres; and what the votes cost
 * a reader of a day's page. Clients, site and Postgres share this machine.
 */
export async function run(args: string[]): Promise<void> {
	const { values } = parseArgs({ args, options: { seconds: { type: "string", default: "15" } } });
	const seconds = Number(values.seconds);
	const folder = await mkdtemp(path.join(os.tmpdir(), "broadsheet-votes-"));
	const postgres = await startTestPostgres({ folder, database: DATABASE });
	try {
		const url = postgres.url(DATABASE);
		const port = await findFreePort();
		const origin = `http://127.0.0.1:${port}`;
		const settings = testEnvironment({ DATABASE_URL: url, APP_URL: origin, LOG_LEVEL: "warn" });
		Object.assign(process.env, settings);
		const { migrate } = await import("@/lib/db/migrate");
		await migrate(url);
		const [papers, voters] = [await addPapers(), await addVoters(VOTERS)];
		const env = { ...process.env, ...settings, NODE_ENV: "production" as const };
		await ensureBuilt(root, { node: process.execPath, env, progress: createProgress(process.stderr) });
		const site = await startSite({ port, env, log: process.stderr });
		try {
			await measure({ origin, url, seconds, papers, voters });
		} finally {
			await site.stop({ hurry: true });
		}
	} finally {
		await postgres.stop();
		await rm(folder, { recursive: true, force: true });
	}
}

type Place = { origin: string; url: string; seconds: number; papers: PaperId[]; voters: Voter[] };

async function measure({ origin, url, seconds, papers, voters }: Place): Promise<void> {
	const { bareClients, readWhile, votingClients } = await import("./votes/clients");
	const page = `${origin}/papers/date/${DAY}`;
	const vote = votingClients(origin, CLIENTS);
	// So that all code has run once.
	await castFor(3, CLIENTS, drawBallots(voters, papers), vote);
	await fetch(page);
	say(
		`load ${os.loadavg()[0]?.toFixed(1)}; the page without votes: ${describe(await readAlone(page, seconds, readWhile))}`,
	);
	const bare = await bareClients(url, CLIENTS);
	for (const [name, some] of [
		["one paper", papers.slice(0, 1)],
		["1,000 papers", papers],
	] as const) {
		const reading = new AbortController();
		const read = readWhile(page, reading.signal);
		const overHttp = await castFor(seconds, CLIENTS, drawBallots(voters, some), vote);
		reading.abort();
		const inDatabase = await castFor(seconds, CLIENTS, drawBallots(voters, some), bare.cast);
		const ratio = overHttp.perSecond / inDatabase.perSecond;
		say(
			`${name}: ${overHttp.perSecond.toFixed(0)} votes/s over HTTP (${overHttp.refused} refused), ${inDatabase.perSecond.toFixed(0)} bare, ratio ${ratio.toFixed(2)}; the page meanwhile: ${describe(await read)}`,
		);
	}
	await bare.end();
}

async function readAlone(
	page: string,
	seconds: number,
	readWhile: (address: string, signal: AbortSignal) => Promise<number[]>,
): Promise<number[]> {
	const reading = new AbortController();
	const read = readWhile(page, reading.signal);
	await sleep(seconds * 1000);
	reading.abort();
	return read;
}

function describe(milliseconds: number[]): string {
	const [p50, p95] = [percentile(milliseconds, 0.5), percentile(milliseconds, 0.95)];
	return `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (${milliseconds.length} loads)`;
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}
