import { constants } from "node:os";
import { ensureDataFolder, ensurePackages } from "../bootstrap/prepare.mjs";
import { stopAll } from "../bootstrap/processes.mjs";
import { createProgress } from "../bootstrap/progress.mjs";
import { onStopSignal } from "../bootstrap/stopping.mjs";
import { addUp, describeCounts } from "./counts.mjs";

/** @typedef {import("./counts.mjs").Counts} Counts */
/** @typedef {{ root: string, node: string, env: NodeJS.ProcessEnv, progress: import("../bootstrap/progress.mjs").Progress }} How */
/** @typedef {{ counts: Counts, failure?: Error }} Outcome */
/** @typedef {{ name: string, run(how: How): Promise<Outcome> }} Check what it throws counts as one failure */

/**
 * Installs what is missing, runs every check to its end whether or not those before it failed, and says in the last line
 * how many passed and failed. Sets the exit code of the process.
 * @param {string} root
 * @param {Check[]} checks
 */
export async function runChecks(root, checks) {
	const progress = createProgress(process.stdout);
	/** @type {NodeJS.Signals | undefined} */
	let stoppedBy;
	onStopSignal({
		first(name) {
			stoppedBy = name;
			void stopAll();
		},
		again: () => void stopAll({ hurry: true }),
	});

	/** @type {Counts[]} */
	const counted = [];
	try {
		ensureDataFolder(root);
		const node = await ensurePackages(root, progress);
		const how = { root, node, env: environment(), progress };
		for (const check of checks) {
			if (stoppedBy === undefined) counted.push(await runCheck(check, how, () => stoppedBy !== undefined));
		}
	} catch (error) {
		if (stoppedBy === undefined) progress.fail(error);
		counted.push({ passed: 0, failed: 1, skipped: 0 });
	}
	if (stoppedBy !== undefined) {
		progress.say(`Stopped by ${stoppedBy}.`);
		process.exitCode = 128 + constants.signals[stoppedBy];
		return;
	}
	const sum = addUp(counted);
	process.stdout.write(`${describeCounts(sum)}\n`);
	process.exitCode = sum.failed > 0 ? 1 : 0;
}

/**
 * @param {Check} check
 * @param {How} how
 * @param {() => boolean} isStopping
 * @returns {Promise<Counts>}
 */
async function runCheck(check, how, isStopping) {
	let counts = { passed: 0, failed: 1, skipped: 0 };
	try {
		const label = () => (counts.passed + counts.skipped > 1 ? `${check.name}: ${describeCounts(counts)}` : check.name);
		await how.progress.step(check.name, label, async () => {
			const outcome = await check.run(how);
			counts = outcome.counts;
			if (outcome.failure) throw outcome.failure;
		});
	} catch (error) {
		if (!isStopping()) how.progress.fail(error);
	}
	return counts;
}

/** @returns {NodeJS.ProcessEnv} with colours where a person reads */
function environment() {
	const { FORCE_COLOR: _forced, NO_COLOR: _none, ...own } = process.env;
	return { ...own, ...(process.stdout.isTTY && { FORCE_COLOR: "1" }) };
}
