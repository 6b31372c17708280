import { join } from "node:path";
import { announce } from "./announce.mjs";
import { embeddedUrl, prepareDatabase, startEmbedded, typescriptArguments } from "./database.mjs";
import { completeEnvironment, portOf, readSettings } from "./environment.mjs";
import { Failure } from "./failure.mjs";
import { describeIgnoredHost, listeningHost, localAddress } from "./listen.mjs";
import { checkPort, takeRunLock } from "./preflight.mjs";
import { ensureBuilt, ensureDataFolder, ensurePackages } from "./prepare.mjs";
import { stopAll } from "./processes.mjs";
import { createProgress } from "./progress.mjs";
import { listenArguments, siteCommand } from "./site-command.mjs";
import { onStopSignal } from "./stopping.mjs";
import { keepPostgres, keepWorker, startWeb } from "./supervise.mjs";

/** @typedef {"production" | "development"} Mode */

const COMMAND = { production: "npm start", development: "npm run dev" };

/**
 * Runs the whole of Broadsheet from this folder until told to stop: prepares what is missing, then serves.
 * Ends the process: with 0 when told to stop, with 1 when something failed.
 * @param {string} root
 * @param {Mode} mode
 */
export async function serve(root, mode) {
	const progress = createProgress(process.stdout);
	const stopping = new AbortController();
	/** @type {Promise<import("./postgres.mjs").Postgres> | undefined} */
	let database;
	/** @type {import("./lock.mjs").Lock | undefined} */
	let runLock;

	/** Web and worker first, Postgres last: nobody loses the database while still using it. @param {number} code */
	async function stop(code) {
		stopping.abort();
		await stopAll();
		// Why it did not start was told already, or it did not because we are stopping.
		await (await database?.catch(() => undefined))?.stop();
		runLock?.release();
		process.exit(code);
	}

	onStopSignal({
		first() {
			progress.say();
			progress.say("Stopping");
			void stop(0);
		},
		again() {
			progress.say("Stopping at once");
			void stopAll({ hurry: true });
		},
	});

	try {
		await run();
	} catch (error) {
		if (stopping.signal.aborted) return; // what we stopped has failed, of course
		progress.fail(error);
		await stop(1);
	}

	async function run() {
		const startedAt = performance.now();
		const settings = readSettings(root);
		const port = portOf(settings);
		const host = listeningHost(settings);
		const isEmbedded = settings.DATABASE_URL === undefined;
		const isStopping = () => stopping.signal.aborted;

		ensureDataFolder(root);
		const lock = await takeRunLock(root, COMMAND[mode]);
		runLock = lock;
		lock.tell({ url: localAddress(host, port), ...(!isEmbedded && { foreignDatabase: true }) });
		await checkPort({ port, host }, COMMAND[mode]);
		const ignored = describeIgnoredHost(settings);
		if (ignored) progress.say(ignored);

		const node = await ensurePackages(root, progress);
		if (isEmbedded)
			database = progress.step(
				"Starting Postgres",
				({ created }) => (created ? "Made a Postgres database" : "Started Postgres"),
				() => startEmbedded(root, { signal: stopping.signal }),
			);
		const postgres = await database;
		/** @type {NodeJS.ProcessEnv} */
		const env = {
			...completeEnvironment(root, settings, postgres && embeddedUrl(root, postgres.port)),
			NODE_ENV: mode,
		};
		if (!isEmbedded && settings.APP_SECRET === undefined)
			progress.say("APP_SECRET is not set: using the one in .data/secrets.json");

		await progress.step("Preparing the database", "Prepared the database", () =>
			prepareDatabase(root, { node, env, sample: isEmbedded, register: lock }),
		);
		if (postgres) lock.tell({ databasePort: postgres.port });
		if (mode === "production") await ensureBuilt(root, { node, env, progress });
		await checkPort({ port, host }, COMMAND[mode]);

		const common = { command: node, cwd: root, env, register: lock };
		const web = await progress.step("Starting the web server", "Started the web server", () =>
			startWeb(
				{
					...common,
					...(mode === "production"
						? siteCommand(root, env, { port, host })
						: { args: [join(root, "node_modules/next/dist/bin/next"), "dev", ...listenArguments({ port, host })] }),
				},
				{ port, host },
			),
		);
		const worker = keepWorker(
			{ ...common, args: typescriptArguments(root, "scripts/worker.ts") },
			progress,
			isStopping,
		);
		const guarded = postgres
			? keepPostgres(
					postgres,
					() => (database = startEmbedded(root, { port: postgres.port, signal: stopping.signal })),
					progress,
					isStopping,
				)
			: worker;

		for (const line of announce(env, host, (performance.now() - startedAt) / 1000)) progress.say(line);

		const webEnded = web.ended.then(({ code, signal }) => {
			if (!isStopping()) throw new Failure(`The web server stopped by itself (${signal ?? `exit code ${code}`}).`);
		});
		await Promise.all([webEnded, worker, guarded]);
	}
}
