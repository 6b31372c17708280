import { spawn } from "node:child_process";
import {
	chownSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmdirSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { Failure } from "./failure.mjs";
import { syncFolder } from "./files.mjs";
import { identityOf } from "./process-identity.mjs";

/**
 * What Postgres is given of our environment: nothing, secrets least of all. Its messages are English, its days UTC.
 * @type {NodeJS.ProcessEnv}
 */
export const POSTGRES_ENV = { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC", NODE_ENV: "production" };

/**
 * Makes the data folder unless there is one. It is made aside and renamed when complete: one that exists is whole.
 * @param {import("./postgres-place.mjs").Place} place
 * @param {{ password: string, sync: boolean }} options `sync` waits until it is on the disk
 * @returns {Promise<boolean>} whether it is new
 * @throws {Failure}
 */
export async function ensureCluster(place, { password, sync }) {
	const { dataDir, folder, binaries, user } = place;
	const versionFile = join(dataDir, "PG_VERSION");
	if (existsSync(versionFile)) {
		checkVersion(readFileSync(versionFile, "utf8").trim(), place);
		return false;
	}
	if (existsSync(dataDir)) {
		if (readdirSync(dataDir).length > 0) {
			throw new Failure(`${dataDir} holds something that is no Postgres data.`, {
				advice: "Move it away, then start again.",
			});
		}
		rmdirSync(dataDir);
	}
	removeLeftovers(place);
	const half = `${dataDir}.new-${process.pid}`;
	const passwordFile = `${half}.password`;
	try {
		mkdirSync(half, { mode: 0o700 });
		writeFileSync(passwordFile, password, { mode: 0o600, flag: "wx" });
		if (user) for (const path of [half, passwordFile]) chownSync(path, user.uid, user.gid);
		await run(
			join(binaries, "bin/initdb"),
			[
				...["-D", half, "--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--encoding=UTF8"],
				// Built into Postgres: sorts and compares alike on every system, whatever its C library.
				...["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", ...(sync ? [] : ["--no-sync"])],
			],
			place,
		);
		renameSync(half, dataDir);
		if (sync) syncFolder(folder);
		return true;
	} finally {
		for (const path of [half, passwordFile]) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
	}
}

/**
 * Gives the superuser a new password, for when the file that had the old one is lost. Postgres must not be running.
 * @param {import("./postgres-place.mjs").Place} place
 * @param {string} password of letters, digits, `-` and `_` only
 */
export async function resetPassword(place, password) {
	if (!/^[\w-]+$/.test(password)) throw new Error("a password with characters that SQL would need escaped");
	const args = ["--single", "-D", place.dataDir, "postgres"];
	await run(join(place.binaries, "bin/postgres"), args, place, `ALTER ROLE postgres PASSWORD '${password}'\n`);
}

/** @param {string} major @param {import("./postgres-place.mjs").Place} place */
function checkVersion(major, { dataDir, version }) {
	const [ours] = version.split(".");
	if (ours === major) return;
	throw new Failure(`${dataDir} was made by Postgres ${major}; this version of Broadsheet brings Postgres ${ours}.`, {
		advice: "Dump it with the old version and restore it with this one: docs/operating.md says how.",
	});
}

/** A process killed while making the folder leaves its half. @param {import("./postgres-place.mjs").Place} place */
function removeLeftovers({ dataDir, folder }) {
	for (const name of readdirSync(folder)) {
		const pid = name.startsWith(`${basename(dataDir)}.new-`) ? Number(/\.new-(\d+)/.exec(name)?.[1]) : undefined;
		if (pid && (pid === process.pid || identityOf(pid) === undefined)) {
			rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 3 });
		}
	}
}

/**
 * @param {string} command @param {string[]} args @param {import("./postgres-place.mjs").Place} place @param {string} [input]
 * @returns {Promise<void>}
 */
function run(command, args, { folder, user }, input = "") {
	const child = spawn(command, args, { cwd: folder, env: POSTGRES_ENV, detached: true, ...user });
	let output = "";
	child.stdout.on("data", (chunk) => (output += chunk));
	child.stderr.on("data", (chunk) => (output += chunk));
	child.stdin.on("error", () => {}); // it ended before reading: its exit code tells
	child.stdin.end(input);
	return new Promise((resolve, reject) => {
		const fail = (/** @type {string} */ how, /** @type {Error} */ cause) =>
			reject(new Failure(`${basename(command)} failed (${how}).`, { output, cause }));
		child.on("error", (error) => fail(error.message, error));
		child.on("close", (code) => (code === 0 ? resolve() : fail(`exit code ${code}`, new Error(output))));
	});
}
