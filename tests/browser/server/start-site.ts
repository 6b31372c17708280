import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "../../../scripts/bootstrap/failure.mjs";
import { launch } from "../../../scripts/bootstrap/processes.mjs";
import { root } from "../../../scripts/bootstrap/root.mjs";
import { siteCommand } from "../../../scripts/bootstrap/site-command.mjs";
import { endWithUs } from "../../end-with-us";

const START_LIMIT_MS = 60_000;

/**
 * Starts the site as `npm start` does, and waits until it says that it is well.
 *
 * @param options.folder of the build, where it is not this project's own
 * @param options.log gets what it prints
 */
export async function startSite(options: {
	port: number;
	env: NodeJS.ProcessEnv;
	log: NodeJS.WritableStream;
	folder?: string;
}) {
	const { port, env, log, folder = root } = options;
	let output = "";
	const child = launch(
		{ command: process.execPath, ...siteCommand(folder, env, { port, host: "127.0.0.1" }) },
		(chunk) => {
			output += chunk;
			log.write(chunk);
		},
	);
	let ended = false;
	void child.ended.then(() => {
		ended = true;
	});
	if (child.pid !== undefined) endWithUs({ pid: child.pid, ended: child.ended }, "SIGKILL");

	const deadline = performance.now() + START_LIMIT_MS;
	let answer = "no answer";
	while (answer !== "200") {
		if (ended || performance.now() > deadline) {
			const reason = ended ? "it ended" : `/api/health answers "${answer}"`;
			await child.stop({ hurry: true });
			throw new Failure(`The site did not start: ${reason}.`, { output });
		}
		await sleep(50);
		answer = await askHealth(port);
	}
	return child;
}

/** The status of /api/health, or why there is none. */
async function askHealth(port: number): Promise<string> {
	try {
		const { status } = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(5_000) });
		return String(status);
	} catch (error) {
		// It does not listen yet.
		return String(error);
	}
}
