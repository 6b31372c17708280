import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "./failure.mjs";
import { readIfThere, writeAtomically } from "./files.mjs";
import { findFreePort, whyNotListen } from "./ports.mjs";
import { ensureCluster, POSTGRES_ENV, resetPassword } from "./postgres-cluster.mjs";
import { ensureDatabase } from "./postgres-database.mjs";
import { readPidFile, stopLeftover } from "./postgres-leftover.mjs";
import { findPlace } from "./postgres-place.mjs";
import { signal as send } from "./process-identity.mjs";

const GRACE_MS = 10_000;
const LOG_LIMIT_BYTES = 5_000_000;

/** Modest, for a machine that has other things to do. Durability stays as Postgres has it. */
const SETTINGS = {
	listen_addresses: "127.0.0.1",
	unix_socket_directories: "",
	shared_buffers: "64MB",
	max_connections: "100",
	log_checkpoints: "off",
	timezone: "UTC",
};

/** @typedef {Awaited<ReturnType<typeof startPostgres>>} Postgres */

/**
 * Starts the Postgres that comes with the packages, on 127.0.0.1, making data folder and database when they are not
 * there. A Postgres that a killed run left on the same folder is stopped first, so the caller holds the folder's lock.
 * @param {{
 *   dataDir: string, password: string, port?: number, settings?: Record<string, string>, logFile: string,
 *   database?: string, signal?: AbortSignal
 * }} options `dataDir`'s parent folder is ours (see `findPlace`); without `port` a free one is chosen and kept over restarts;
 *   `settings` as in postgresql.conf; `password` of letters, digits, `-` and `_`
 * @returns what it listens on, `url(database)` to connect as superuser, `ended` which settles when it stops for whatever reason, and
 *   `stop()`, which waits for open transactions to be rolled back and everything to be written
 * @throws {Failure} when it does not start; its log is in the failure's output
 */
export async function startPostgres({
	dataDir: wanted,
	password,
	port: fixedPort,
	settings = {},
	logFile,
	database = "broadsheet",
	signal,
}) {
	const place = findPlace(wanted);
	await stopLeftover(place.dataDir);
	const created = await ensureCluster(place, { password, sync: settings.fsync !== "off" });
	const port = fixedPort ?? (await choosePort(`${wanted}.port`));
	const url = (/** @type {string} */ name) => `postgresql://postgres:${password}@127.0.0.1:${port}/${name}`;
	const run = () => runServer(place, { port, settings: { ...SETTINGS, ...settings }, logFile, signal });

	let server = await run();
	try {
		if ((await ensureDatabase(url, database)) === "wrong password") {
			await server.stop();
			await resetPassword(place, password);
			server = await run();
			await ensureDatabase(url, database);
		}
	} catch (error) {
		await server.stop();
		throw error;
	}
	return { port, url, created, dataDir: place.dataDir, ...server };
}

/** @param {string} memory a file that remembers the port */
async function choosePort(memory) {
	const remembered = Number(readIfThere(memory));
	const usable = Number.isInteger(remembered) && remembered > 1023 && remembered < 65_536;
	if (usable && (await whyNotListen(remembered, "127.0.0.1")) === undefined) return remembered;
	const port = await findFreePort();
	writeAtomically(memory, `${port}\n`);
	return port;
}

/**
 * @param {import("./postgres-place.mjs").Place} place
 * @param {{ port: number, settings: Record<string, string>, logFile: string, signal?: AbortSignal }} options
 */
async function runServer({ dataDir, folder, binaries, user }, { port, settings, logFile, signal }) {
	if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) renameSync(logFile, `${logFile}.1`);
	for (let attempt = 1; ; attempt++) {
		signal?.throwIfAborted();
		const log = openSync(logFile, "a", 0o600);
		const logStart = statSync(logFile).size;
		const flags = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => [
			"-c",
			`${name}=${value}`,
		]);
		const child = spawn(join(binaries, "bin/postgres"), ["-D", dataDir, ...flags], {
			...{ cwd: folder, env: POSTGRES_ENV, detached: true, stdio: ["ignore", log, log], ...user },
		});
		closeSync(log);
		/** @type {Promise<string>} */
		const ended = new Promise((resolve) => {
			child.once("error", (error) => resolve(error.message));
			child.once("exit", (code, name) => resolve(name ?? `exit code ${code}`));
		});
		const { pid } = child;
		if (pid !== undefined && (await isReady(pid, ended, dataDir, signal)))
			return { pid, ended, stop: () => stop(pid, ended) };

		const output = readFileSync(logFile).subarray(logStart).toString("utf8");
		// The processes of a server that was killed need a moment to notice.
		const oldOneLingers = /pre-existing shared memory block|lock file "postmaster\.pid" already exists/.test(output);
		if (oldOneLingers && attempt < 20) await sleep(250);
		else throw new Failure(`Postgres did not start (${await ended}).`, { output, advice: `Its log is ${logFile}.` });
	}
}

/** @param {number} pid @param {Promise<string>} ended @param {string} dataDir @param {AbortSignal} [signal] */
async function isReady(pid, ended, dataDir, signal) {
	let over = false;
	void ended.then(() => (over = true));
	while (!over) {
		const file = readPidFile(dataDir);
		if (file?.pid === pid && file.ready) return true;
		if (signal?.aborted) await stop(pid, ended);
		await sleep(10); // after a power cut it may take long, and should
	}
	return false;
}

/** @param {number} pid @param {Promise<string>} ended */
async function stop(pid, ended) {
	let over = false;
	void ended.then(() => (over = true));
	await Promise.resolve();
	if (over) return;
	send(pid, "SIGINT");
	const timer = setTimeout(() => over || send(pid, "SIGQUIT"), GRACE_MS);
	await ended;
	clearTimeout(timer);
}
