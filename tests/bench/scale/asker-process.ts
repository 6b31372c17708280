import { fork } from "node:child_process";
import { once } from "node:events";
import { typescriptArguments } from "../../../scripts/bootstrap/database.mjs";
import { root } from "../../../scripts/bootstrap/root.mjs";
import { testEnvironment } from "../../env";
import type { Order } from "./asker";

/** Starts the process that asks a database, with so many samples. */
export async function startAsker(url: string, samples: number) {
	const execArgv = typescriptArguments(root, "tests/bench/scale/asker.ts");
	const script = execArgv.pop() ?? "";
	const env = { ...process.env, ...testEnvironment({ DATABASE_URL: url, LOG_LEVEL: "error" }) };
	const child = fork(script, [String(samples)], { execArgv, env });
	const ended = once(child, "exit").then(() => {
		throw new Error("the process that asks has ended");
	});
	// Of no interest once it is stopped.
	ended.catch(() => undefined);
	const answer = async () => {
		const [message] = (await Promise.race([once(child, "message"), ended])) as [unknown];
		return message;
	};
	await answer();
	return {
		/** @returns the milliseconds of each */
		async ask(order: Order): Promise<number[]> {
			child.send(order);
			return (await answer()) as number[];
		},
		stop: () => void child.disconnect(),
	};
}
