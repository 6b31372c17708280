import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { archivePath } from "../archive";
import { startTestPostgres } from "../db/test-postgres";
import { testEnvironment } from "../env";
import { median } from "./figures";
import { copyRows, dumpRows, emptyTables } from "./ingest/copy";
import { writeSyntheticPapers } from "./ingest/synthetic";
import { runWatched } from "./watched";

const ROUNDS = 5;
const DATABASE = "bench";

/**
 * `npm run bench -- ingest [--papers 1000000]`: papers a second of the archive's ingest beside a COPY of the rows it makes, one
 * after the other on the same empty tables, and then the peak memory of a long synthetic file's. Postgres is a throw-away one
 * without fsync for both. COPY gets its bytes from memory; the ingest unpacks, parses, checks, merges and says what changed.
 */
export async function run(args: string[]): Promise<void> {
	const { values } = parseArgs({ args, options: { papers: { type: "string", default: "1000000" } } });
	const folder = await mkdtemp(path.join(os.tmpdir(), "broadsheet-bench-"));
	const postgres = await startTestPostgres({ folder, database: DATABASE });
	try {
		const url = postgres.url(DATABASE);
		Object.assign(process.env, testEnvironment({ DATABASE_URL: url }));
		const { migrate } = await import("@/lib/db/migrate");
		await migrate(url);
		await compareWithCopy(url);
		await emptyTables(url);
		await measureMemory(url, path.join(folder, "synthetic.jsonl"), Number(values.papers));
	} finally {
		await postgres.stop();
		await rm(folder, { recursive: true, force: true });
	}
}

async function compareWithCopy(url: string): Promise<void> {
	const archive = archivePath();
	if (archive === undefined) return say("archive: skipped, ../shared/data is not there (SHARED_DATA moves it)");
	const { runIngest } = await import("@/lib/ingest/run");
	const { papersFile } = await import("@/lib/ingest/windows");
	const ingest = () => runIngest({ now: new Date(), source: "file", windows: [papersFile(archive)] });
	await emptyTables(url);
	const { new: papers } = await ingest();
	const rows = await dumpRows(url);
	const again = await timed(ingest);

	const seconds: Record<"ingest" | "copy", number[]> = { ingest: [], copy: [] };
	for (let round = 0; round < ROUNDS; round++) {
		await emptyTables(url);
		seconds.ingest.push(await timed(ingest));
		await emptyTables(url);
		seconds.copy.push(await timed(() => copyRows(url, rows)));
	}
	const rates = { ingest: papers / median(seconds.ingest), copy: papers / median(seconds.copy) };
	for (const [name, each] of Object.entries(seconds)) {
		say(`${name}: ${each.map((one) => one.toFixed(2)).join(" ")} s, median ${median(each).toFixed(2)} s`);
	}
	say(`archive, ${papers} papers: ingest ${rates.ingest.toFixed(0)} papers/s, COPY ${rates.copy.toFixed(0)} papers/s`);
	say(
		`ingest has ${(rates.ingest / rates.copy).toFixed(2)} of COPY's rate; again with nothing new: ${again.toFixed(2)} s`,
	);
}

async function measureMemory(url: string, file: string, papers: number): Promise<void> {
	await writeSyntheticPapers(file, papers);
	const args = ["--source", "file", "--file", file];
	const own = { DATABASE_URL: url, CRON_SECRET: "" };
	const { lines, seconds, peakMegabytes } = await runWatched("scripts/ingest.ts", args, own);
	say(`synthetic: ${lines.find((line) => / seen, /.test(line))}`);
	say(`synthetic: ${(papers / seconds).toFixed(0)} papers/s, peak memory ${peakMegabytes.toFixed(0)} MB (RSS)`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const startedAt = performance.now();
	await work();
	return (performance.now() - startedAt) / 1000;
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}
