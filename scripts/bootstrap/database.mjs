import { join } from "node:path";
import { placesIn } from "./environment.mjs";
import { startPostgres } from "./postgres.mjs";
import { runQuietly } from "./processes.mjs";
import { loadSecrets } from "./secrets.mjs";

/**
 * Starts this folder's embedded Postgres. The caller holds the folder's run lock.
 * @param {string} root
 * @param {{ port?: number, signal?: AbortSignal }} [options]
 */
export function startEmbedded(root, options) {
	const places = placesIn(root);
	const { postgresPassword: password } = loadSecrets(places.secrets);
	return startPostgres({ dataDir: places.postgres, password, logFile: places.postgresLog, ...options });
}

/**
 * @param {string} root
 * @param {number} port where this folder's embedded Postgres listens
 * @returns {string}
 */
export function embeddedUrl(root, port) {
	return `postgresql://postgres:${loadSecrets(placesIn(root).secrets).postgresPassword}@127.0.0.1:${port}/broadsheet`;
}

/**
 * Brings the database's tables up to date, and on demand loads the sample edition if it is empty.
 * @param {string} root
 * @param {{ node: string, env: NodeJS.ProcessEnv, sample: boolean, register?: import("./processes.mjs").Register }} how
 * @returns {Promise<string>} what the script printed
 */
export function prepareDatabase(root, { node, env, sample, register }) {
	return runQuietly({
		command: node,
		args: [...typescriptArguments(root, "scripts/prepare-database.ts"), ...(sample ? ["--sample"] : [])],
		cwd: root,
		env,
		register,
		problem: "The database could not be prepared",
		explains: 1,
	});
}

/**
 * @param {string} root
 * @param {string} script a TypeScript file, absolute or below the root
 * @returns {string[]} what to start Node with to run it
 */
export function typescriptArguments(root, script) {
	return ["--import", new URL("typescript.mjs", import.meta.url).href, join(root, script)];
}
