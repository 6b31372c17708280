import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { startPostgres } from "../../scripts/bootstrap/postgres.mjs";
import { endWithUs } from "../end-with-us";
import { testEnvironment } from "../env";
import { runTrial } from "./digest-kill/trial";

const DATABASE = "trial";
const KILLS = 25;
const POISON = 20;

/**
 * `npm run bench -- digest-kill [--seed 1] [--subscribers 20000]`: mails a digest while its workers are killed with SIGKILL at 25
 * random moments, Postgres is restarted twice, and the provider refuses, fails and loses answers. In the end each subscriber has
 * exactly one mail, those aside whose addresses the provider refuses; otherwise it fails.
 */
export async function run(args: string[]): Promise<void> {
	const { values } = parseArgs({
		args,
		options: { seed: { type: "string", default: "1" }, subscribers: { type: "string", default: "20000" } },
	});
	const [seed, subscribers] = [Number(values.seed), Number(values.subscribers)];
	const folder = await mkdtemp(path.join(os.tmpdir(), "broadsheet-kill-"));
	let postgres = await start(folder);
	try {
		const url = postgres.url(DATABASE);
		Object.assign(process.env, testEnvironment({ DATABASE_URL: url }));
		const { migrate } = await import("@/lib/db/migrate");
		await migrate(url);
		const restartPostgres = async () => {
			process.kill(postgres.pid, "SIGQUIT");
			await postgres.ended;
			postgres = await start(folder);
		};
		const { wrong, seconds, requests, mails, left } = await runTrial({
			...{ url, seed, subscribers, kills: KILLS, poison: POISON, restartPostgres },
		});
		const load = os.loadavg()[0]?.toFixed(1);
		say(
			`seed ${seed}: ${mails} mails to ${subscribers} subscribers in ${seconds.toFixed(0)} s and ${requests} requests; load ${load}`,
		);
		say(`  mails accepted before each kill: ${left.join(", ")}`);
		for (const line of wrong) say(`  WRONG: ${line}`);
		if (wrong.length > 0) process.exitCode = 1;
		const { db } = await import("@/lib/db/client");
		await db().$disconnect();
	} finally {
		await postgres.stop();
		await rm(folder, { recursive: true, force: true });
	}
}

/** Commits outlast it as they would elsewhere; only a power cut is not thought of. */
async function start(folder: string) {
	const postgres = await startPostgres({
		dataDir: path.join(folder, "postgres"),
		logFile: path.join(folder, "postgres.log"),
		password: "fake-password-for-tests-only",
		settings: { fsync: "off", max_connections: "200" },
		database: DATABASE,
	});
	endWithUs(postgres, "SIGQUIT");
	return postgres;
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}
