import { spawn } from "node:child_process";
import { constants } from "node:os";
import { relative, resolve } from "node:path";
import { embeddedUrl, prepareDatabase, typescriptArguments } from "./database.mjs";
import { completeEnvironment, readSettings } from "./environment.mjs";
import { ensureDataFolder, ensurePackages } from "./prepare.mjs";
import { createProgress } from "./progress.mjs";
import { borrowPostgres } from "./shared-postgres.mjs";

/** These bring the tables up to date themselves, or must see them as they are. */
const PREPARE_THEMSELVES = new Set(["scripts/prepare-database.ts", "scripts/migrate.ts"]);

/**
 * Runs a TypeScript script with the project's Node, the whole environment and a database: the host's, that of the running
 * `npm start`, or the embedded Postgres started for as long as the script runs. Standard input and output are the
 * script's alone; what we have to say goes to standard error. Ends the process as the script ended.
 * @param {string} root
 * @param {string} script a path, from the current folder or the project's
 * @param {string[]} args
 */
export async function runScript(root, script, args) {
	const progress = createProgress(process.stderr);
	// The script decides what a signal means; we stay until it has ended. The terminal's Ctrl-C reaches it without us.
	/** @type {import("node:child_process").ChildProcess | undefined} */
	let child;
	let stoppedBy = /** @type {NodeJS.Signals | undefined} */ (undefined);
	/** What ends our waiting for others: before the script, and anew after it. */
	let patience = new AbortController();
	for (const name of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
		process.on(name, () => {
			stoppedBy = name;
			patience.abort();
			if (name !== "SIGINT" || !process.stdin.isTTY) child?.kill(name);
		});
	}

	/** @type {Awaited<ReturnType<typeof borrowPostgres>> | undefined} */
	let postgres;
	let code = 1;
	try {
		const settings = readSettings(root);
		ensureDataFolder(root);
		const node = await ensurePackages(root, progress);
		const path = relative(root, resolve(script));
		if (settings.DATABASE_URL === undefined) {
			postgres = await borrowPostgres(root, `npm run: ${path}`, progress, { signal: patience.signal });
		}
		// Mailed links lead to the site that runs, on whatever port.
		const joined = { ...(postgres?.siteUrl !== undefined && { APP_URL: postgres.siteUrl }), ...settings };
		const env = completeEnvironment(root, joined, postgres && embeddedUrl(root, postgres.port));
		if (postgres?.isOurs && !PREPARE_THEMSELVES.has(path)) await prepareDatabase(root, { node, env, sample: false });
		if (stoppedBy === undefined) {
			const [flag = "", hooks = ""] = typescriptArguments(root, path);
			child = spawn(node, [flag, hooks, resolve(script), ...args], { stdio: "inherit", env });
			code = await endOf(child);
		}
	} catch (error) {
		if (stoppedBy === undefined) progress.fail(error);
	} finally {
		patience = new AbortController();
		await postgres?.giveBack(patience.signal);
	}
	process.exit(stoppedBy !== undefined && child === undefined ? 128 + constants.signals[stoppedBy] : code);
}

/** @param {import("node:child_process").ChildProcess} child @returns {Promise<number>} the exit code, as a shell has it */
function endOf(child) {
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("exit", (code, name) => resolve(code ?? 128 + (name ? constants.signals[name] : 0)));
	});
}
