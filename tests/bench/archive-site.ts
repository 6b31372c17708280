import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { findFreePort } from "../../scripts/bootstrap/ports.mjs";
import { ensureBuilt } from "../../scripts/bootstrap/prepare.mjs";
import { createProgress } from "../../scripts/bootstrap/progress.mjs";
import { root } from "../../scripts/bootstrap/root.mjs";
import { archivePath } from "../archive";
import { startSite } from "../browser/server/start-site";
import { startTestPostgres } from "../db/test-postgres";
import { testEnvironment } from "../env";

const DATABASE = "bench";

/**
 * Serves the whole archive from a throw-away Postgres by the production build for as long as it is used. Says so, and does
 * nothing, where the archive is missing.
 *
 * @param use gets the site's origin (`http://127.0.0.1:3000`), its process, and what stops site and Postgres before it is done
 */
export async function withArchiveSite(
	use: (origin: string, pid: number, stop: () => Promise<void>) => Promise<void>,
): Promise<void> {
	const [papers, votes] = [archivePath(), archivePath("vote_snapshots.csv.gz")];
	if (papers === undefined || votes === undefined) {
		process.stdout.write("skipped: ../shared/data is not there (SHARED_DATA moves it)\n");
		return;
	}
	const folder = await mkdtemp(path.join(os.tmpdir(), "broadsheet-archive-site-"));
	const postgres = await startTestPostgres({ folder, database: DATABASE });
	try {
		const url = postgres.url(DATABASE);
		const port = await findFreePort();
		const origin = `http://127.0.0.1:${port}`;
		const settings = testEnvironment({ DATABASE_URL: url, APP_URL: origin, LOG_LEVEL: "warn" });
		Object.assign(process.env, settings);
		await load(url, papers, votes);
		const env = { ...process.env, ...settings, NODE_ENV: "production" as const };
		await ensureBuilt(root, { node: process.execPath, env, progress: createProgress(process.stderr) });
		const site = await startSite({ port, env, log: process.stderr });
		try {
			await use(origin, site.pid ?? 0, async () => {
				await site.stop({ hurry: true });
				await postgres.stop();
			});
		} finally {
			await site.stop({ hurry: true });
		}
	} finally {
		await postgres.stop();
		await rm(folder, { recursive: true, force: true });
	}
}

async function load(url: string, papers: string, votes: string): Promise<void> {
	const { migrate } = await import("@/lib/db/migrate");
	const { indexPapers } = await import("@/lib/ingest/index-papers");
	const { runIngest } = await import("@/lib/ingest/run");
	const { snapshotsFile } = await import("@/lib/ingest/vote-history");
	const { papersFile } = await import("@/lib/ingest/windows");
	await migrate(url);
	const now = new Date();
	await runIngest({ now, source: "file", windows: [papersFile(papers), snapshotsFile(votes)] });
	await indexPapers({ now });
}
