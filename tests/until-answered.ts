import { setTimeout as sleep } from "node:timers/promises";

const LIMIT_MS = 60_000;

/** Waits until a server that has just been started answers with success. */
export async function untilAnswered(url: string): Promise<void> {
	const deadline = performance.now() + LIMIT_MS;
	for (;;) {
		const isThere = await fetch(url).then(
			(answer) => answer.ok,
			() => false,
		);
		if (isThere) return;
		if (performance.now() > deadline) throw new Error(`nobody answers at ${url}`);
		await sleep(100);
	}
}
