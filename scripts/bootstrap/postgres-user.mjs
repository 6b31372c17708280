import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { Failure } from "./failure.mjs";

/** @typedef {{ uid: number, gid: number }} User */

/**
 * Postgres refuses to run as root. Started as root, it runs as a system user that can do nothing else.
 * @returns {User}
 * @throws {Failure} when there is none and none can be made
 */
export function findUnprivilegedUser() {
	const user = lookUp("postgres") ?? lookUp("broadsheet") ?? create("broadsheet") ?? lookUp("nobody");
	if (user) return user;
	throw new Failure("Postgres may not run as root, and no other user was found or could be made.", {
		advice: "Start as an ordinary user, or set DATABASE_URL to a Postgres of your own.",
	});
}

/**
 * @param {User} user
 * @param {string} path
 * @param {number} need permission bits: 1 to pass through or run, 4 to read, 5 for both
 * @returns {boolean} whether the user gets that far: through every folder above, and to the thing itself
 */
export function canReach(user, path, need) {
	const { uid, gid, mode } = statSync(path);
	const bits = uid === user.uid ? mode >> 6 : gid === user.gid ? mode >> 3 : mode;
	if ((bits & need) !== need) return false;
	return path === dirname(path) || canReach(user, dirname(path), 1);
}

/** @param {string} name @returns {User | undefined} */
function lookUp(name) {
	try {
		const [uid, gid] = ["-u", "-g"].map(
			(flag) => Number(execFileSync("id", [flag, name], { stdio: "pipe", encoding: "utf8" })) >>> 0,
		);
		return uid && gid !== undefined ? { uid, gid } : undefined;
	} catch {
		// `id` fails when there is no such user.
		return undefined;
	}
}

/** @param {string} name @returns {User | undefined} */
function create(name) {
	const attempts = [
		[
			"useradd",
			"--system",
			"--user-group",
			"--no-create-home",
			"--home-dir",
			"/nonexistent",
			"--shell",
			"/usr/sbin/nologin",
			name,
		],
		["adduser", "-S", "-D", "-H", name], // BusyBox
	];
	for (const [command = "", ...args] of attempts) {
		try {
			execFileSync(command, args, { stdio: "pipe" });
			return lookUp(name);
		} catch {
			// Not on this system, or not allowed: the next way, and in the end the caller, copes.
		}
	}
	return undefined;
}
