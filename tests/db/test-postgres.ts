import path from "node:path";
import { type Postgres, startPostgres } from "../../scripts/bootstrap/postgres.mjs";
import { endWithUs } from "../end-with-us";

/** Trades what a power cut would cost, which is nothing here, for speed. */
const SETTINGS = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };

/**
 * Starts a Postgres to throw away. It does not outlive this process, even one that ends without tearing down.
 *
 * @param folder a temporary folder, of which it takes all that it needs
 */
export async function startTestPostgres(options: {
	folder: string;
	database: string;
	port?: number;
}): Promise<Postgres> {
	const postgres = await startPostgres({
		dataDir: path.join(options.folder, "postgres"),
		logFile: path.join(options.folder, "postgres.log"),
		password: "fake-password-for-tests-only",
		settings: SETTINGS,
		database: options.database,
		...(options.port !== undefined && { port: options.port }),
	});
	endWithUs(postgres, "SIGQUIT");
	return postgres;
}
