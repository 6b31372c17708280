import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureChromium } from "../bootstrap/chromium.mjs";
import { Failure } from "../bootstrap/failure.mjs";
import { readIfThere } from "../bootstrap/files.mjs";
import { launch } from "../bootstrap/processes.mjs";
import { countPlaywright, countVitest, describeCounts } from "./counts.mjs";

/** @typedef {import("./run-checks.mjs").Check} Check */
/** @typedef {import("./run-checks.mjs").How} How */

/**
 * @param {string} name
 * @param {"unit" | "db"} project
 * @returns {Check}
 */
function vitestSuite(name, project) {
	return {
		name,
		run: (how) =>
			runSuite(how, countVitest, (report) => ({
				script: "vitest/vitest.mjs",
				args: [
					...["run", "--project", project],
					...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
				],
				env: how.env.FORCE_COLOR === undefined ? { NO_COLOR: "1" } : {},
			})),
	};
}

export const unitTests = vitestSuite("Unit tests", "unit");
export const databaseTests = vitestSuite("Database tests", "db");

/** @type {Check} */
export const browserTests = {
	name: "Browser tests",
	async run(how) {
		const chromium = await ensureChromium({ root: how.root, node: how.node });
		how.progress.say(`Chromium: ${chromium.path} (${chromium.source})`);
		return runSuite(how, countPlaywright, (report) => ({
			script: "@playwright/test/cli.js",
			args: ["test", "--reporter=list,json"],
			env: { CHROME_PATH: chromium.path, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
		}));
	},
};

/**
 * Runs a test runner. What it counted comes from its report; one that leaves none has failed once, whatever it printed.
 * @param {How} how
 * @param {(report: any) => import("./counts.mjs").Counts} count
 * @param {(reportFile: string) => { script: string, args: string[], env: Record<string, string | undefined> }} commandFor
 */
async function runSuite({ root, node, env }, count, commandFor) {
	const folder = mkdtempSync(join(tmpdir(), "broadsheet-report-"));
	try {
		const reportFile = join(folder, "report.json");
		const { script, args, env: more } = commandFor(reportFile);
		/** @type {Buffer[]} */
		const chunks = [];
		const command = {
			command: node,
			args: [join(root, "node_modules", script), ...args],
			cwd: root,
			env: { ...env, ...more },
		};
		const { code, signal } = await launch(command, (chunk) => chunks.push(chunk)).ended;
		const output = Buffer.concat(chunks).toString("utf8");

		const report = readIfThere(reportFile);
		if (report === undefined)
			throw new Failure(`The tests ended without a report (${signal ?? `exit code ${code}`}).`, { output });
		const counts = count(JSON.parse(report));
		// An error outside of any test, say one thrown after the last of them.
		if (code !== 0 && counts.failed === 0) counts.failed = 1;
		const failure = counts.failed > 0 ? new Failure(`${describeCounts(counts)}.`, { output }) : undefined;
		return { counts, failure };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
