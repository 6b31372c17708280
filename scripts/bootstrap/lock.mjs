import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { codeOf, Failure } from "./failure.mjs";
import { readIfThere } from "./files.mjs";
import { identityOf, stillRuns } from "./process-identity.mjs";
import { stopOrphans } from "./processes.mjs";

/** Longer than installing over a slow line and building take together. */
const WAIT_LIMIT_MS = 30 * 60_000;

/**
 * Who holds a lock, and what others may want to know about them. `children`, and whatever else
 * carries the mark `run`, are stopped by whoever finds the holder dead.
 * @typedef {{
 *   pid: number, identity: string | undefined, name: string, run: string, children: import("./processes.mjs").RecordedProcess[],
 *   url?: string, databasePort?: number, foreignDatabase?: boolean, stopping?: boolean
 * }} Holder `foreignDatabase`: runs with another database than this folder's, and will never tell a `databasePort`
 */
/** @typedef {ReturnType<typeof lockHeld>} Lock */

/**
 * Takes a lock that a killed holder does not keep: a file that names its holder, which counts only as long as that process runs.
 * @param {string} path
 * @param {string} name what we are, for others to read: "npm start"
 * @returns {Promise<{ lock: Lock, holder: undefined } | { lock: undefined, holder: Holder }>} the lock, or who has it
 */
export async function tryLock(path, name) {
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	/** @type {Holder} */
	const mine = { pid: process.pid, identity: identityOf(process.pid), name, run: randomUUID(), children: [] };
	const draft = `${path}.draft-${process.pid}`;
	writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
	try {
		for (;;) {
			if (linkIfFree(draft, path)) {
				removeLitter(path);
				return { lock: lockHeld(path, mine), holder: undefined };
			}
			const text = readIfThere(path);
			if (text === undefined) continue;
			const holder = parseHolder(text);
			if (holder && stillRuns(holder)) return { lock: undefined, holder };
			if (moveAside(path, text)) await stopOrphans(holder?.children ?? [], holder?.run);
		}
	} finally {
		rmSync(draft, { force: true });
	}
}

/**
 * @param {string} path
 * @param {string} name
 * @param {(holder: Holder) => void} onWait called once if another has it
 * @param {number} [limitMs]
 * @returns {Promise<Lock>}
 * @throws {Failure} when the other still has it after the limit
 */
export async function waitForLock(path, name, onWait, limitMs = WAIT_LIMIT_MS) {
	const deadline = performance.now() + limitMs;
	for (let told = false; ; ) {
		const { lock, holder } = await tryLock(path, name);
		if (lock) return lock;
		if (performance.now() > deadline)
			throw new Failure(`Another Broadsheet command (${holder.name}, pid ${holder.pid}) does not come to its end.`, {
				advice: "Stop it, then start again.",
			});
		if (!told) onWait(holder);
		told = true;
		await sleep(200);
	}
}

/** @param {string} path @param {Holder} mine */
function lockHeld(path, mine) {
	// Not synced to the disk: no holder survives a power cut, and a child that is not yet written down when we are killed is lost.
	function publish() {
		const draft = `${path}.draft-${process.pid}`;
		writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
		renameSync(draft, path);
	}
	return {
		run: mine.run,
		/** @param {Pick<Holder, "url" | "databasePort" | "foreignDatabase" | "stopping">} facts for others to read */
		tell(facts) {
			Object.assign(mine, facts);
			publish();
		},
		/** @param {import("./processes.mjs").RecordedProcess} child */
		remember(child) {
			mine.children.push(child);
			publish();
		},
		/** @param {number} pid */
		forget(pid) {
			mine.children = mine.children.filter((child) => child.pid !== pid);
			publish();
		},
		release() {
			rmSync(path, { force: true });
		},
	};
}

/** @param {string} draft @param {string} path @returns {boolean} */
function linkIfFree(draft, path) {
	try {
		linkSync(draft, path);
		return true;
	} catch (error) {
		if (codeOf(error) === "EEXIST") return false;
		throw error;
	}
}

/**
 * Removes a dead holder's lock. Two who find it dead at once must not both remove it, the second one removing the first
 * one's new lock: so it is moved first, looked at, and put back if it was not the dead one.
 * @param {string} path
 * @param {string} deadText
 * @returns {boolean} whether we were the one that removed it
 */
function moveAside(path, deadText) {
	const aside = `${path}.dead-${process.pid}`;
	try {
		renameSync(path, aside);
	} catch (error) {
		if (codeOf(error) === "ENOENT") return false;
		throw error;
	}
	const wasDead = readIfThere(aside) === deadText;
	if (!wasDead) linkIfFree(aside, path);
	rmSync(aside, { force: true });
	return wasDead;
}

/** Those killed half way have left files. @param {string} path */
function removeLitter(path) {
	for (const name of readdirSync(dirname(path))) {
		const pid = name.startsWith(`${basename(path)}.`) ? Number(/\.(?:draft|dead)-(\d+)$/.exec(name)?.[1]) : undefined;
		if (pid && identityOf(pid) === undefined) rmSync(join(dirname(path), name), { force: true });
	}
}

/** @param {string} text @returns {Holder | undefined} undefined for what is no lock of ours, say after a power cut */
function parseHolder(text) {
	try {
		const holder = JSON.parse(text);
		return Number.isSafeInteger(holder?.pid) && holder.pid > 0 && Array.isArray(holder.children) ? holder : undefined;
	} catch {
		return undefined;
	}
}
