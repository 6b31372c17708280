import { fork } from "node:child_process";
import { once } from "node:events";
import { typescriptArguments } from "../../../scripts/bootstrap/database.mjs";
import { root } from "../../../scripts/bootstrap/root.mjs";
import type { Seen } from "./resend-server";

/**
 * Starts the fake Resend as a process of its own.
 *
 * @param rateLimit requests a second; without, it takes all that come
 */
export async function startResendProcess(rateLimit: number | undefined) {
	const execArgv = typescriptArguments(root, "tests/bench/digest/resend-server.ts");
	const script = execArgv.pop() ?? "";
	const child = fork(script, rateLimit === undefined ? [] : [String(rateLimit)], { execArgv });
	const [url] = (await once(child, "message")) as [string];
	return {
		url,
		async look(): Promise<Seen> {
			child.send("look");
			const [seen] = (await once(child, "message")) as [Seen];
			return seen;
		},
		stop: () => void child.disconnect(),
	};
}
