import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { Failure } from "./failure.mjs";
import { launch, runQuietly } from "./processes.mjs";

const SYSTEM_PLACES = [
	"/usr/bin/chromium",
	"/usr/bin/chromium-browser",
	"/usr/bin/google-chrome",
	"/usr/bin/google-chrome-stable",
	"/snap/bin/chromium",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** About 180 MB have to come in this time. */
const DOWNLOAD_LIMIT_MS = 300_000;

/** @typedef {{ path: string, source: string }} Chromium */
/** @typedef {{ root: string, node: string }} How */

/**
 * Finds a Chromium that starts, and installs one where there is none.
 * @param {How} how
 * @returns {Promise<Chromium>}
 * @throws {Failure} when there is none and none can be installed
 */
export async function ensureChromium(how) {
	const wanted = process.env.CHROME_PATH;
	if (wanted) {
		if (await starts(wanted)) return { path: wanted, source: "CHROME_PATH" };
		throw new Failure(`CHROME_PATH is ${wanted}, which does not start.`, {
			advice: "Name a Chromium or Chrome, or leave it out to have one found.",
		});
	}
	return (await findChromium()) ?? (await installChromium(how));
}

/** @returns {Promise<Chromium | undefined>} the first that is there and starts */
async function findChromium() {
	// Only here: the packages are not installed yet when this file is first loaded.
	const { chromium } = await import("@playwright/test");
	const places = [
		{ path: chromium.executablePath(), source: "Playwright's own" },
		...SYSTEM_PLACES.map((path) => ({ path, source: "the system's" })),
	];
	for (const place of places) {
		if (existsSync(place.path) && (await starts(place.path))) return place;
	}
	return undefined;
}

/**
 * @param {How} how
 * @returns {Promise<Chromium>}
 */
async function installChromium(how) {
	/** @type {string[]} */
	const failures = [];
	for (const install of [downloadForPlaywright, installFromDebian]) {
		try {
			await install(how);
			const found = await findChromium();
			if (found) return { ...found, source: `${found.source}, just installed` };
			failures.push(`${install.name} ended well, but no Chromium starts.`);
		} catch (error) {
			if (!(error instanceof Failure)) throw error;
			failures.push([error.message, error.output?.trim()].filter(Boolean).join("\n"));
		}
	}
	throw new Failure("There is no Chromium for the browser tests, and none could be installed.", {
		output: failures.join("\n\n"),
		advice:
			"Install Chromium or Chrome with your system's packages, or name one that you have with CHROME_PATH=/path/to/chrome.",
	});
}

/** @param {How} how */
async function downloadForPlaywright({ root, node }) {
	const args = [join(root, "node_modules/@playwright/test/cli.js"), "install", "--no-shell", "chromium"];
	let output = "";
	const child = launch({ command: node, args, cwd: root, env: process.env }, (chunk) => {
		output += chunk;
	});
	const timer = setTimeout(() => child.stop({ hurry: true }), DOWNLOAD_LIMIT_MS);
	const { code, signal } = await child.ended;
	clearTimeout(timer);
	if (code !== 0)
		throw new Failure(`Playwright could not download its Chromium (${signal ?? `exit code ${code}`}).`, { output });
}

/** @param {How} how */
async function installFromDebian({ root }) {
	if (!existsSync("/usr/bin/apt-get")) throw new Failure("This system has no apt-get.");
	if (process.geteuid?.() !== 0) throw new Failure("Only root may install Debian's Chromium.");
	const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
	for (const args of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
		const problem = `apt-get ${args[0]} failed`;
		await runQuietly({ command: "apt-get", args, cwd: root, env, problem });
	}
}

/**
 * @param {string} path
 * @returns {Promise<boolean>} false as well for one that lacks libraries, or a wrapper without a browser behind it
 */
async function starts(path) {
	try {
		await promisify(execFile)(path, ["--version"], { timeout: 30_000 });
		return true;
	} catch {
		return false;
	}
}
