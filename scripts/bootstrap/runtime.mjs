import { existsSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "./failure.mjs";

const NEEDED = [22, 12];

/** A program made for glibc names this loader; where it is missing (Alpine, NixOS) the program does not start. */
const GLIBC_LOADER = { x64: "/lib64/ld-linux-x86-64.so.2", arm64: "/lib/ld-linux-aarch64.so.1" };

/**
 * @param {string} root the project's folder
 * @returns {string} the Node that everything but the bootstrap itself runs with: the one that npm installed with
 *   the packages where there is one for this machine, else the one running now
 * @throws {Failure} when neither will do
 */
export function projectNode(root) {
	const own = join(root, "node_modules", `node-${process.platform}-${process.arch}`, "bin", "node");
	if (runsHere() && existsSync(own)) return own;
	if (isAtLeast(process.versions.node, NEEDED)) return process.execPath;
	throw new Failure(
		`Broadsheet needs Node ${NEEDED.join(".")} or newer on this machine; this is Node ${process.versions.node}.`,
		{
			advice: "Install Node 24 from https://nodejs.org and start again.",
		},
	);
}

/** @returns {boolean} whether binaries that npm packages bring for this platform can run here */
export function runsHere() {
	if (process.platform !== "linux") return true;
	const loader = Object.entries(GLIBC_LOADER).find(([arch]) => arch === process.arch)?.[1];
	return loader !== undefined && existsSync(loader);
}

/**
 * @param {string} version "20.19.1"
 * @param {number[]} needed [major, minor]
 * @returns {boolean}
 */
function isAtLeast(version, [neededMajor = 0, neededMinor = 0]) {
	const [major = 0, minor = 0] = version.split(".").map(Number);
	return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}
