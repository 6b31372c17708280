import { accessSync, constants, mkdirSync } from "node:fs";
import { build, isBuilt } from "./build.mjs";
import { placesIn } from "./environment.mjs";
import { Failure } from "./failure.mjs";
import { generate, isGenerated } from "./generate.mjs";
import { install, isInstalled } from "./install.mjs";
import { waitForLock } from "./lock.mjs";
import { projectNode } from "./runtime.mjs";

/** @typedef {import("./progress.mjs").Progress} Progress */

/**
 * Makes the folder of what an installation keeps: data, secrets, logs. Only its owner may look inside.
 * @param {string} root
 */
export function ensureDataFolder(root) {
	const { data } = placesIn(root);
	try {
		mkdirSync(data, { recursive: true, mode: 0o700 });
		accessSync(data, constants.W_OK | constants.X_OK);
	} catch (cause) {
		throw new Failure(`Cannot write to ${data}.`, {
			advice: "Start as the user that owns this folder, or change its owner.",
			cause,
		});
	}
}

/**
 * Installs the packages and generates the database client, where that is not done already.
 * @param {string} root
 * @param {Progress} progress
 * @returns {Promise<string>} the Node to run everything else with
 */
export async function ensurePackages(root, progress) {
	await once(
		root,
		progress,
		() => isInstalled(root),
		(lock) => progress.step("Installing packages", "Installed packages", () => install(root, lock)),
	);
	const node = projectNode(root);
	await once(
		root,
		progress,
		() => isGenerated(root),
		(lock) =>
			progress.step("Generating the database client", "Generated the database client", () =>
				generate(root, node, lock),
			),
	);
	return node;
}

/**
 * Builds the site unless the build of these very sources is there.
 * @param {string} root
 * @param {{ node: string, env: NodeJS.ProcessEnv, progress: Progress }} how
 */
export async function ensureBuilt(root, { node, env, progress }) {
	await once(
		root,
		progress,
		() => isBuilt(root, env),
		(register) => progress.step("Building the site", "Built the site", () => build(root, { node, env, register })),
	);
}

/**
 * Does a piece of work that is not done yet, one process at a time.
 * @param {string} root
 * @param {Progress} progress
 * @param {() => boolean} isDone
 * @param {(lock: import("./lock.mjs").Lock) => Promise<void>} work
 */
async function once(root, progress, isDone, work) {
	if (isDone()) return;
	const lock = await waitForLock(
		placesIn(root).prepareLock,
		process.env.npm_lifecycle_event ?? "node",
		({ name, pid }) =>
			progress.say(`Waiting for another Broadsheet command (${name}, pid ${pid}) that is preparing this folder`),
	);
	try {
		if (!isDone()) await work(lock);
	} finally {
		lock.release();
	}
}
