import { spawn } from "node:child_process";
import { Failure } from "./failure.mjs";
import { identityOf, processesWith, signal, stillRuns, waitForEnd } from "./process-identity.mjs";

const GRACE_MS = 10_000;
const RUN_VARIABLE = "BROADSHEET_RUN";

/** @typedef {{ code: number | null, signal: NodeJS.Signals | null, error?: Error }} Ending */
/** @typedef {{ pid: number, identity: string | undefined }} RecordedProcess */
/**
 * Keeps children known should we be killed: by a record of each, and by `run` in their environment, which is there
 * from their first moment.
 * @typedef {{ run?: string, remember(child: RecordedProcess): void, forget(pid: number): void }} Register
 */
/** @typedef {{ command: string, args: string[], cwd: string, env: NodeJS.ProcessEnv, register?: Register }} Command */
/** @typedef {{ pid: number | undefined, ended: Promise<Ending>, stop(how?: { hurry?: boolean }): Promise<void> }} Child */

/** @type {Set<Child>} */
const running = new Set();
let closing = false;

/**
 * Starts a child in a process group of its own, so that a terminal's Ctrl-C reaches us alone and we choose the order of stopping.
 * @param {Command} command
 * @param {(chunk: Buffer) => void} onOutput what it prints, both streams
 * @returns {Child} `stop` asks it to stop, and after 10 s, or at once in a hurry, makes it
 */
export function launch({ command, args, cwd, env, register }, onOutput) {
	if (closing) throw new Failure("Stopping.");
	const marked = register?.run === undefined ? env : { ...env, [RUN_VARIABLE]: register.run };
	const child = spawn(command, args, { cwd, env: marked, detached: true, stdio: ["ignore", "pipe", "pipe"] });
	const pid = child.pid;
	if (pid !== undefined) register?.remember({ pid, identity: identityOf(pid) });
	child.stdout.on("data", onOutput);
	child.stderr.on("data", onOutput);

	/** @type {Promise<Ending>} */
	const ended = new Promise((resolve) => {
		child.on("error", (error) => pid === undefined && resolve({ code: null, signal: null, error }));
		// What the child itself started must not outlive it, nor hold its output open.
		child.on("exit", () => pid !== undefined && signal(-pid, "SIGKILL"));
		child.on("close", (code, signalName) => {
			if (pid !== undefined) register?.forget(pid);
			running.delete(handle);
			resolve({ code, signal: signalName });
		});
	});

	/** @type {Child} */
	const handle = {
		pid,
		ended,
		async stop({ hurry = false } = {}) {
			if (pid === undefined) return;
			if (!hurry) signal(-pid, "SIGTERM");
			const timer = setTimeout(() => signal(-pid, "SIGKILL"), hurry ? 0 : GRACE_MS);
			await ended;
			clearTimeout(timer);
		},
	};
	if (pid !== undefined) running.add(handle);
	return handle;
}

/**
 * Runs a program to its end, in silence.
 * @param {Command & { problem: string, advice?: string | ((output: string) => string), explains?: number }} command
 *   `problem` and `advice` are told if it fails; not if it ends with the exit code `explains`, having said itself, to a person, what is wrong
 * @returns {Promise<string>} what it printed
 * @throws {Failure} with all that it printed, when it fails
 */
export async function runQuietly({ problem, advice, explains, ...command }) {
	/** @type {Buffer[]} */
	const chunks = [];
	const { code, signal: signalName, error } = await launch(command, (chunk) => chunks.push(chunk)).ended;
	const output = Buffer.concat(chunks).toString("utf8");
	if (code === 0) return output;
	if (code !== null && code === explains && output.trim() !== "") throw new Failure(output.trim());
	const how = error ? error.message : signalName ? `stopped by ${signalName}` : `exit code ${code}`;
	throw new Failure(`${problem} (${how}).`, {
		output,
		advice: typeof advice === "function" ? advice(output) : advice,
		cause: error,
	});
}

/**
 * Stops every child that was launched here, and lets no new one start.
 * @param {{ hurry?: boolean }} [how]
 */
export async function stopAll(how) {
	closing = true;
	await Promise.all([...running].map((child) => child.stop(how)));
}

/**
 * Stops what a run that was killed has left behind.
 * @param {RecordedProcess[]} recorded
 * @param {string} [run] the mark that its children carry
 */
export async function stopOrphans(recorded, run) {
	const marked = run === undefined ? [] : processesWith(RUN_VARIABLE, run);
	// Each of the recorded leads a process group.
	const orphans = [
		...recorded.filter(stillRuns).map((orphan) => ({ ...orphan, target: -orphan.pid })),
		...marked.map((orphan) => ({ ...orphan, target: orphan.pid })),
	];
	for (const { target } of orphans) signal(target, "SIGTERM");
	for (const orphan of orphans) {
		if (!(await waitForEnd(orphan, GRACE_MS))) signal(orphan.target, "SIGKILL");
	}
}
