import { closeSync, constants, existsSync, openSync, realpathSync, rmSync, writeSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { codeOf, Failure } from "./failure.mjs";
import { readIfThere } from "./files.mjs";
import { commandLineOf, identityOf, signal, waitForEnd } from "./process-identity.mjs";

const PATIENCE_MS = 10_000;
/** A server that is just starting fills its lock file at once. */
const FILLING_MS = 1_000;

/**
 * @param {string} dataDir
 * @returns {{ pid: number, ready: boolean, lines: string[] } | undefined} what Postgres's own lock file says
 */
export function readPidFile(dataDir) {
	const lines = readIfThere(join(dataDir, "postmaster.pid"))?.split("\n");
	const pid = Number(lines?.[0]);
	return lines && Number.isSafeInteger(pid) && pid > 1
		? { pid, ready: lines[7]?.trim() === "ready", lines }
		: undefined;
}

/**
 * Deals with a Postgres that an earlier run, killed, has left on this data folder: stops it if it still runs. A lock file
 * whose number now belongs to another program is made harmless, since Postgres would refuse to start because of it.
 * A dead one is left: Postgres clears it, after making sure that no process of the old server is still at the data.
 * @param {string} dataDir
 * @returns {Promise<boolean>} whether one was stopped
 */
export async function stopLeftover(dataDir) {
	const found = readPidFile(dataDir) ?? (await removeUnreadable(dataDir));
	if (!found) return false;
	const process_ = { pid: found.pid, identity: identityOf(found.pid) };
	if (process_.identity === undefined) return false;
	if (!servesFolder(found.pid, dataDir)) {
		disown(dataDir, found.lines);
		return false;
	}
	for (const name of /** @type {const} */ (["SIGINT", "SIGQUIT"])) {
		signal(found.pid, name);
		if (await waitForEnd(process_, PATIENCE_MS)) return true;
	}
	throw new Failure(`A Postgres of an earlier run (pid ${found.pid}) does not stop.`, {
		advice: "Stop it yourself, then start again.",
	});
}

/**
 * A power cut can leave the lock file empty, or with bytes that say nothing; Postgres would not start because of it.
 * @param {string} dataDir
 */
async function removeUnreadable(dataDir) {
	const path = join(dataDir, "postmaster.pid");
	if (!existsSync(path)) return undefined;
	await sleep(FILLING_MS);
	const filled = readPidFile(dataDir);
	if (!filled) rmSync(path, { force: true });
	return filled;
}

/** @param {number} pid @param {string} dataDir @returns {boolean} whether it is a Postgres server on that folder */
function servesFolder(pid, dataDir) {
	const [program = "", ...args] = commandLineOf(pid);
	if (process.platform !== "linux") return /\bpostgres\b/.test(program) && program.includes(` -D ${dataDir}`);
	if (basename(program) !== "postgres") return false;
	// The server works inside its data folder; that still holds if the folder was moved under it.
	return args.includes(dataDir) || workingFolderOf(pid) === dataDir;
}

/** @param {number} pid */
function workingFolderOf(pid) {
	try {
		return realpathSync(`/proc/${pid}/cwd`);
	} catch (error) {
		if (codeOf(error) === "ENOENT" || codeOf(error) === "EACCES" || codeOf(error) === "ESRCH") return undefined; // ended, or another user's
		throw error;
	}
}

/**
 * Puts our own number into the lock file. Postgres passes over its parent's number, and yet uses the rest of the file to
 * see whether old server processes are still at the data; deleting the file would take that check away.
 * @param {string} dataDir @param {string[]} lines
 */
function disown(dataDir, lines) {
	const flags = constants.O_WRONLY | constants.O_TRUNC | constants.O_NOFOLLOW;
	const file = openSync(join(dataDir, "postmaster.pid"), flags);
	try {
		writeSync(file, [process.pid, ...lines.slice(1)].join("\n"));
	} finally {
		closeSync(file);
	}
}
