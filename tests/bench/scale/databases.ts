import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { startPostgres } from "../../../scripts/bootstrap/postgres.mjs";
import { query } from "../../db/query";
import { endWithUs } from "../../end-with-us";
import { loadCorpus } from "../corpus/load";
import { loadMail } from "../corpus/mail";

/** Memory as a host would give it to a million papers. Nothing that is kept needs to survive; nothing else works meanwhile. */
const SETTINGS = {
	fsync: "off",
	synchronous_commit: "off",
	full_page_writes: "off",
	shared_buffers: "4GB",
	effective_cache_size: "10GB",
	max_wal_size: "8GB",
	autovacuum: "off",
};

/** Shares of the papers: who votes, and who subscribes. */
const VOTERS = 0.1;
const SUBSCRIBERS = 0.1;

export type ScaleDatabase = { papers: number; url: string; seconds: number | undefined };

/**
 * One Postgres with a database of a corpus for each size.
 *
 * @param folder where they are kept and found again; a temporary one unless given
 * @param use gets the databases in the order of the sizes, with the seconds that loading took where it was done now
 */
export async function withScaleDatabases(
	{ sizes, folder: kept }: { sizes: readonly number[]; folder: string | undefined },
	use: (databases: ScaleDatabase[]) => Promise<void>,
): Promise<void> {
	const folder = kept === undefined ? await mkdtemp(path.join(os.tmpdir(), "broadsheet-scale-")) : path.resolve(kept);
	await mkdir(folder, { recursive: true });
	const postgres = await startPostgres({
		dataDir: path.join(folder, "postgres"),
		logFile: path.join(folder, "postgres.log"),
		password: "fake-password-for-tests-only",
		settings: SETTINGS,
	});
	endWithUs(postgres, "SIGQUIT");
	try {
		const databases: ScaleDatabase[] = [];
		for (const papers of sizes) {
			const name = `papers_${papers}`;
			const isThere = path.join(folder, name);
			const seconds = existsSync(isThere) ? undefined : await load(postgres.url, name, papers);
			await writeFile(isThere, "");
			databases.push({ papers, url: postgres.url(name), seconds });
		}
		await use(databases);
	} finally {
		await postgres.stop();
		if (kept === undefined) await rm(folder, { recursive: true, force: true });
	}
}

async function load(urlOf: (name: string) => string, name: string, papers: number): Promise<number> {
	const { migrate } = await import("@/lib/db/migrate");
	await query(urlOf("postgres"), `DROP DATABASE IF EXISTS ${name}`);
	await query(urlOf("postgres"), `CREATE DATABASE ${name}`);
	const url = urlOf(name);
	await migrate(url);
	const begun = performance.now();
	await loadCorpus(url, { papers, voters: Math.ceil(papers * VOTERS) });
	await loadMail(url, Math.ceil(papers * SUBSCRIBERS));
	return (performance.now() - begun) / 1000;
}
