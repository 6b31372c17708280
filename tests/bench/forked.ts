import { fork, type Serializable } from "node:child_process";
import { once } from "node:events";
import { typescriptArguments } from "../../scripts/bootstrap/database.mjs";
import { root } from "../../scripts/bootstrap/root.mjs";

/**
 * Starts a script as a process of its own, with which we talk by messages: what this process does does not hold it up.
 *
 * @param script its path from the project's root
 * @param own settings beside those of this process
 */
export function forkScript(script: string, args: readonly (string | number)[], own: Record<string, string> = {}) {
	const execArgv = typescriptArguments(root, script);
	const file = execArgv.pop() ?? "";
	const child = fork(file, args.map(String), { execArgv, env: { ...process.env, ...own } });
	const ended = once(child, "exit").then(([code]) => {
		throw new Error(`${script} ended with code ${code}`);
	});
	// Of no interest once it is stopped.
	ended.catch(() => undefined);
	return {
		send: (message: Serializable) => void child.send(message),
		/** @throws when it ends instead */
		async hear<Message>(): Promise<Message> {
			const [message] = (await Promise.race([once(child, "message"), ended])) as [Message];
			return message;
		},
		stop: () => void child.disconnect(),
	};
}

/**
 * For a script that was started so: answers each message, and ends with who sends them.
 *
 * @param greeting says first that it is ready
 */
export function answerMessages<Message>(
	answer: (message: Message) => Serializable | Promise<Serializable>,
	greeting: Serializable = "ready",
): void {
	process.on("message", async (message) => process.send?.(await answer(message as Message)));
	process.on("disconnect", () => process.exit());
	process.send?.(greeting);
}
