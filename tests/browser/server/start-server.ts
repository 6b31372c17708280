import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { prepareDatabase } from "../../../scripts/bootstrap/database.mjs";
import { findFreePort } from "../../../scripts/bootstrap/ports.mjs";
import type { Ending } from "../../../scripts/bootstrap/processes.mjs";
import { root } from "../../../scripts/bootstrap/root.mjs";
import { startTestPostgres } from "../../db/test-postgres";
import { testEnvironment } from "../../env";
import { startSite } from "./start-site";

const DATABASE = "broadsheet";

/** Where the production build answers, and what a test needs to look behind it. */
export type ServerInfo = { url: string; databaseUrl: string; outboxDir: string; cronSecret: string };

export type TestServer = ServerInfo & {
	/** Takes the database away, as a crash or a lost network would. */
	stopPostgres(): Promise<void>;
	/** Brings it back, at the same address and with all that it held. */
	startPostgres(): Promise<void>;
	/** Starts another process of the site on the same database, with the same settings. */
	startAnother(options?: AnotherOptions): Promise<SiteProcess>;
	/** Its processes, in the order in which they were started. */
	processes: SiteProcess[];
	stop(): Promise<void>;
};

/** A process of the site, and where it answers. Asked politely to stop, it finishes its answers, and has ten seconds for them. */
type SiteProcess = { url: string; stop(how?: { hurry?: boolean }): Promise<void>; ended: Promise<Ending> };

/** The port, where not any will do, and the folder of another build. */
type AnotherOptions = { port?: number; folder?: string };

/**
 * Starts the production build, without a worker, on a free port and a Postgres of its own that holds the sample edition.
 *
 * @param settings what this server has of its own, such as the address of a local source
 * @param host what its address has; it listens on 127.0.0.1, which passkeys don't take for a name
 */
export async function startServer(settings: Record<string, string> = {}, host = "127.0.0.1"): Promise<TestServer> {
	const folder = await mkdtemp(path.join(os.tmpdir(), "broadsheet-server-"));
	let postgres = await startTestPostgres({ folder, database: DATABASE });
	const { port: databasePort } = postgres;
	const port = await findFreePort();
	const url = `http://${host}:${port}`;
	const own = {
		APP_URL: url,
		PORT: String(port),
		DATABASE_URL: postgres.url(DATABASE),
		OUTBOX_DIR: path.join(folder, "outbox"),
		LOG_LEVEL: "warn",
		...settings,
	};
	const environment = testEnvironment(own);
	const env = { ...process.env, ...environment, NODE_ENV: "production" as const };
	const logFolder = path.join(root, "test-results", "servers");
	await mkdir(logFolder, { recursive: true });
	const log = createWriteStream(path.join(logFolder, `${port}.log`));

	const processes: SiteProcess[] = [];
	async function startAnother(options: AnotherOptions = {}): Promise<SiteProcess> {
		const at = options.port ?? (await findFreePort());
		const site = await startSite({ ...options, port: at, env: { ...env, PORT: String(at) }, log });
		const another = { url: `http://${host}:${at}`, stop: site.stop, ended: site.ended };
		processes.push(another);
		return another;
	}
	async function stop() {
		await Promise.all(processes.map((site) => site.stop({ hurry: true })));
		await postgres.stop();
		log.end();
		await rm(folder, { recursive: true, force: true });
	}
	try {
		await prepareDatabase(root, { node: process.execPath, env, sample: true });
		await startAnother({ port });
	} catch (error) {
		await stop();
		throw error;
	}
	return {
		url,
		databaseUrl: own.DATABASE_URL,
		outboxDir: own.OUTBOX_DIR,
		cronSecret: environment.CRON_SECRET,
		stopPostgres: () => postgres.stop(),
		startPostgres: async () => {
			postgres = await startTestPostgres({ folder, database: DATABASE, port: databasePort });
		},
		startAnother,
		processes,
		stop,
	};
}
