import { Agent, get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** No reader waits longer. */
const PATIENCE_MS = 30_000;

/**
 * What came of asking at a steady rate; milliseconds run from when a request was due, so that a stall shows in all behind it. `kept`
 * is how many came from the cache in front, where there is one.
 */
export type Steady = { milliseconds: number[]; failures: number; kept: number };

/** What nginx says of an answer that it did not ask the app for (docs/nginx.conf). */
const KEPT = /^(HIT|STALE|UPDATING)$/;

/**
 * Asks for addresses by turns, so many a second, whether or not the last was answered (an open loop).
 *
 * @param encoding of `Accept-Encoding`
 */
export async function askSteadily(
	urls: readonly string[],
	encoding: string,
	perSecond: number,
	seconds: number,
): Promise<Steady> {
	const agent = new Agent({ keepAlive: true, maxSockets: 512 });
	const outcome: Steady = { milliseconds: [], failures: 0, kept: 0 };
	const open = new Set<Promise<void>>();
	const start = performance.now();
	for (let count = 0; count < perSecond * seconds; count += 1) {
		const due = start + (count * 1000) / perSecond;
		const wait = due - performance.now();
		if (wait > 1) await sleep(wait);
		const url = urls[count % urls.length];
		if (url === undefined) continue;
		const asked = ask(url, encoding, agent, due, outcome);
		open.add(asked);
		void asked.then(() => open.delete(asked));
	}
	await Promise.all(open);
	agent.destroy();
	return outcome;
}

function ask(url: string, encoding: string, agent: Agent, due: number, outcome: Steady): Promise<void> {
	return new Promise((resolve) => {
		const fail = () => {
			outcome.failures += 1;
			resolve();
		};
		const signal = AbortSignal.timeout(PATIENCE_MS);
		get(url, { agent, signal, headers: { "Accept-Encoding": encoding } }, (answer) => {
			answer.resume();
			if (KEPT.test(String(answer.headers["x-cache"]))) outcome.kept += 1;
			answer.on("end", () => {
				if (answer.statusCode === 200) outcome.milliseconds.push(performance.now() - due);
				else outcome.failures += 1;
				resolve();
			});
			answer.on("error", fail);
		}).on("error", fail);
	});
}
