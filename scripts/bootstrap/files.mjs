import { createHash } from "node:crypto";
import {
	closeSync,
	existsSync,
	fsyncSync,
	openSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { codeOf } from "./failure.mjs";

/**
 * Writes a file so that a reader, and a power cut, see the old one or the new one, never half of it.
 * @param {string} path
 * @param {string} text
 * @param {number} [mode]
 */
export function writeAtomically(path, text, mode = 0o600) {
	const temporary = `${path}.new-${process.pid}`;
	rmSync(temporary, { force: true });
	const file = openSync(temporary, "wx", mode);
	try {
		writeFileSync(file, text);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
	renameSync(temporary, path);
	syncFolder(dirname(path));
}

/** @param {string} path makes a rename inside this folder last through a power cut */
export function syncFolder(path) {
	const folder = openSync(path, "r");
	try {
		fsyncSync(folder);
	} finally {
		closeSync(folder);
	}
}

/**
 * @param {string} path
 * @returns {string | undefined} undefined when there is no such file
 */
export function readIfThere(path) {
	try {
		return readFileSync(path, "utf8");
	} catch (error) {
		if (codeOf(error) === "ENOENT") return undefined;
		throw error;
	}
}

/**
 * Hashes names and contents, so that a touched or checked-out-again file counts as unchanged.
 * @param {string} root
 * @param {string[]} paths files and folders below the root; one that is not there counts as absent
 * @param {{ without?: string[], facts?: string[] }} [more] paths to leave out; other things that the result depends on
 * @returns {string}
 */
export function hashOf(root, paths, { without = [], facts = [] } = {}) {
	const hash = createHash("sha256");
	/** @param {string} path */
	function add(path) {
		const name = relative(root, path);
		if (without.includes(name) || !existsSync(path)) return;
		if (statSync(path).isDirectory()) {
			for (const entry of readdirSync(path).sort()) add(join(path, entry));
		} else {
			const content = readFileSync(path);
			hash.update(`${name}\0${content.length}\0`).update(content);
		}
	}
	for (const path of paths) add(join(root, path));
	for (const fact of facts) hash.update(`\0fact\0${fact}`);
	return hash.digest("hex");
}
