import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { codeOf } from "./failure.mjs";

const hasProc = process.platform === "linux";

/**
 * Names one run of one process, so that a process id written down earlier is not mistaken for the
 * program that was later given the same number.
 * @param {number} pid
 * @returns {string | undefined} undefined when no such process runs (a zombie does not run)
 */
export function identityOf(pid) {
	if (!hasProc) return askPs(pid, "lstart=");
	const stat = readProc(`/proc/${pid}/stat`);
	if (stat === undefined) return undefined;
	// The second field, the program's name in brackets, may itself hold spaces and brackets.
	const [state, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	const [threads, startedAfterBootTicks] = [rest[16], rest[18]];
	// A process that is ending looks dead when its first thread is, while the others still hold its ports.
	if (state === "X" || (state === "Z" && Number(threads) <= 1)) return undefined;
	return `${readProc("/proc/sys/kernel/random/boot_id")?.trim()}/${startedAfterBootTicks}`;
}

/**
 * @param {number} pid
 * @returns {string[]} the command and its arguments; empty when no such process runs. Outside Linux one string holds them all.
 */
export function commandLineOf(pid) {
	if (!hasProc) return [askPs(pid, "command=")].filter((line) => line !== undefined);
	return (readProc(`/proc/${pid}/cmdline`) ?? "").split("\0").filter((part) => part !== "");
}

/**
 * @param {{ pid: number, identity: string | undefined }} recorded
 * @returns {boolean} whether that very process still runs
 */
export function stillRuns({ pid, identity }) {
	return identity !== undefined && identityOf(pid) === identity;
}

/**
 * @param {string} name @param {string} value
 * @returns {{ pid: number, identity: string | undefined }[]} the processes started with this in their environment; none outside Linux
 */
export function processesWith(name, value) {
	if (!hasProc) return [];
	const pids = readdirSync("/proc").map(Number).filter(Number.isInteger);
	const found = pids.filter((pid) => readProc(`/proc/${pid}/environ`)?.split("\0").includes(`${name}=${value}`));
	return found.map((pid) => ({ pid, identity: identityOf(pid) }));
}

/**
 * Waits for a process that is not our child, which nothing but asking tells about.
 * @param {{ pid: number, identity: string | undefined }} recorded
 * @param {number} limitMs
 * @returns {Promise<boolean>} whether it has ended within the limit
 */
export async function waitForEnd(recorded, limitMs) {
	const deadline = performance.now() + limitMs;
	while (stillRuns(recorded)) {
		if (performance.now() > deadline) return false;
		await sleep(20);
	}
	return true;
}

/**
 * Sends a signal to a process, or with a negative number to a process group, that may have ended meanwhile.
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
export function signal(pid, signal) {
	try {
		process.kill(pid, signal);
	} catch (error) {
		// Already gone is what a signal to stop wants. macOS answers EPERM for a group of which only zombies are left.
		if (codeOf(error) !== "ESRCH" && !(codeOf(error) === "EPERM" && pid < 0)) throw error;
	}
}

/** @param {string} path */
function readProc(path) {
	try {
		return readFileSync(path, "utf8");
	} catch (error) {
		// The process ended, before or while we read about it; or it is another user's, and so not ours.
		if (["ENOENT", "ESRCH", "EACCES"].includes(codeOf(error) ?? "")) return undefined;
		throw error;
	}
}

/** @param {number} pid @param {string} column */
function askPs(pid, column) {
	try {
		const text = execFileSync("ps", ["-o", `stat=,${column}`, "-p", String(pid)], {
			encoding: "utf8",
			stdio: "pipe",
		}).trim();
		return text === "" || text.startsWith("Z") ? undefined : text.replace(/^\S+\s+/, "");
	} catch {
		// ps ends with 1 when there is no such process.
		return undefined;
	}
}
