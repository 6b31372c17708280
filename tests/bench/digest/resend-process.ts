import { forkScript } from "../forked";
import type { Seen } from "./resend-server";

/**
 * Starts the fake Resend as a process of its own.
 *
 * @param rateLimit requests a second; without, it takes all that come
 */
export async function startResendProcess(rateLimit: number | undefined) {
	const server = forkScript("tests/bench/digest/resend-server.ts", rateLimit === undefined ? [] : [rateLimit]);
	const url = await server.hear<string>();
	return {
		url,
		async look(): Promise<Seen> {
			server.send("look");
			return server.hear();
		},
		stop: server.stop,
	};
}
