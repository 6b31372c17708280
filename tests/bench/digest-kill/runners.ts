import { spawn } from "node:child_process";
import { once } from "node:events";
import { typescriptArguments } from "../../../scripts/bootstrap/database.mjs";
import { root } from "../../../scripts/bootstrap/root.mjs";
import { endWithUs } from "../../end-with-us";
import type { Seeded } from "../seeded";

/** A process of ours that mails the digest. */
export type Runner = { kill(): Promise<void> };

/** Starts one of our scripts, as `npm start` and `npm run` do. */
export function startRunner(script: "scripts/worker.ts" | "scripts/digest.ts", env: NodeJS.ProcessEnv): Runner {
	const child = spawn(process.execPath, typescriptArguments(root, script), { cwd: root, env, stdio: "ignore" });
	const ended = once(child, "exit");
	if (child.pid !== undefined) endWithUs({ pid: child.pid, ended }, "SIGKILL");
	return {
		async kill() {
			child.kill("SIGKILL");
			await ended;
		},
	};
}

/** Two workers, of which one after the other is killed with SIGKILL, and started again at once. */
export function startWorkers(env: NodeJS.ProcessEnv, seeded: Seeded) {
	const workers = [startRunner("scripts/worker.ts", env), startRunner("scripts/worker.ts", env)];
	return {
		async killOne(): Promise<void> {
			const which = seeded.below(workers.length);
			await workers[which]?.kill();
			workers[which] = startRunner("scripts/worker.ts", env);
		},
		stop: async () => void (await Promise.all(workers.map((worker) => worker.kill()))),
	};
}
