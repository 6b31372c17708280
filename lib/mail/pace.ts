import { setTimeout as sleep } from "node:timers/promises";

/** A little slower than is allowed, as not all requests take the same time on their way. */
const CAUTION = 1.05;

let gapMs = 0;
let nextAt = 0;

/** Waits for the turn of this process's next request. */
export async function awaitTurn(signal: AbortSignal): Promise<void> {
	const now = performance.now();
	const turnAt = Math.max(now, nextAt);
	nextAt = turnAt + gapMs;
	if (turnAt === now) return;
	await sleep(turnAt - now, undefined, { signal }).catch((error: unknown) => {
		if (!signal.aborted) throw error;
	});
}

/**
 * Learns from an answer's `ratelimit-limit` how many requests a second are allowed; an answer without it knows of no limit.
 *
 * @param headers null where no answer came
 */
export function learnPace(headers: Record<string, string> | null): void {
	if (headers === null) return;
	const limit = Number(headers["ratelimit-limit"]);
	gapMs = limit > 0 ? (1000 / limit) * CAUTION : 0;
}

/** Keeps all requests back that have no turn yet: one of them was refused as too early. */
export function holdTurns(seconds: number): void {
	nextAt = Math.max(nextAt, performance.now() + seconds * 1000);
}
