import { join } from "node:path";
import { ensureBuilt } from "../bootstrap/prepare.mjs";
import { runQuietly } from "../bootstrap/processes.mjs";

/** @typedef {import("./run-checks.mjs").Check} Check */
/** @typedef {import("./run-checks.mjs").How} How */

const PASSED = { counts: { passed: 1, failed: 0, skipped: 0 } };

/** @type {Check} */
export const types = {
	name: "Types",
	async run(how) {
		// The types of routes, and of what Next's bundler can import, are made from the source.
		await runTool(how, "next/dist/bin/next", ["typegen"]);
		await runTool(how, "typescript/bin/tsc", ["--noEmit"]);
		return PASSED;
	},
};

/** @type {Check} */
export const lint = {
	name: "Lint",
	async run(how) {
		const colors = how.env.FORCE_COLOR === undefined ? "off" : "force";
		const flags = [`--colors=${colors}`, "--max-diagnostics=200", "--error-on-warnings"];
		await runTool(how, "@biomejs/biome/bin/biome", ["ci", ...flags]);
		return PASSED;
	},
};

/** @type {Check} */
export const unused = {
	name: "Unused code and packages",
	async run(how) {
		await runTool(how, "knip/bin/knip.js", ["--no-progress", "--treat-config-hints-as-errors"]);
		return PASSED;
	},
};

/** @type {Check} */
export const build = {
	name: "Production build",
	async run({ root, node, env, progress }) {
		// It has a line already, ours.
		const quiet = {
			...progress,
			step: async (/** @type {string} */ _doing, /** @type {unknown} */ _done, /** @type {() => any} */ work) => work(),
		};
		await ensureBuilt(root, { node, env, progress: quiet });
		return PASSED;
	},
};

/**
 * @param {How} how
 * @param {string} script below node_modules
 * @param {string[]} args
 */
async function runTool({ root, node, env }, script, args) {
	const command = { command: node, args: [join(root, "node_modules", script), ...args], cwd: root, env };
	await runQuietly({ ...command, problem: `${args[0] === "--noEmit" ? "tsc" : script} found something` });
}
