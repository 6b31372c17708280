import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { startPostgres } from "../../../scripts/bootstrap/postgres.mjs";
import { endWithUs } from "../../end-with-us";
import { testEnvironment } from "../../env";

const DATABASE = "bench";

/** Nothing that is kept needs to survive; memory as a host would give it to a million papers. */
const SETTINGS = {
	fsync: "off",
	synchronous_commit: "off",
	full_page_writes: "off",
	shared_buffers: "4GB",
	max_wal_size: "8GB",
};

/** Starts a Postgres to throw away with our migrations in it, points the app at it, and stops it after `use`. */
export async function withBenchPostgres(use: (url: string) => Promise<void>): Promise<void> {
	const folder = await mkdtemp(path.join(os.tmpdir(), "broadsheet-bench-"));
	const postgres = await startPostgres({
		dataDir: path.join(folder, "postgres"),
		logFile: path.join(folder, "postgres.log"),
		password: "fake-password-for-tests-only",
		settings: SETTINGS,
		database: DATABASE,
	});
	endWithUs(postgres, "SIGQUIT");
	try {
		const url = postgres.url(DATABASE);
		Object.assign(process.env, testEnvironment({ DATABASE_URL: url }));
		const { migrate } = await import("@/lib/db/migrate");
		await migrate(url);
		await use(url);
		const { db } = await import("@/lib/db/client");
		await db().$disconnect();
	} finally {
		await postgres.stop();
		await rm(folder, { recursive: true, force: true });
	}
}
