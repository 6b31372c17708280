import { type Clock, systemClock } from "./clock";

type GateOptions = { signal?: AbortSignal; clock?: Clock };

/** Lets one task through at a time, in order of arrival. */
export type Gate = <Value>(task: () => Promise<Value>, options?: GateOptions) => Promise<Value>;

/** Makes a gate between whose tasks' beginnings at least so many milliseconds lie. */
export function createGate(intervalMs: number): Gate {
	let last: Promise<unknown> = Promise.resolve();
	let opensAt = Number.NEGATIVE_INFINITY;
	return async (task, { signal, clock = systemClock } = {}) => {
		const before = last;
		const mine = Promise.withResolvers<void>();
		last = mine.promise;
		await before;
		try {
			signal?.throwIfAborted();
			// No longer than the interval, should somebody have set the clock back.
			const waitMs = Math.min(opensAt - clock.now(), intervalMs);
			if (waitMs > 0) await clock.sleep(waitMs, signal);
			opensAt = clock.now() + intervalMs;
			return await task();
		} finally {
			mine.resolve();
		}
	};
}

const held = globalThis as typeof globalThis & { __broadsheetArxivGate?: Gate };

/**
 * The way to all of arXiv's servers: one request every three seconds, one connection at a time
 * (https://info.arxiv.org/help/api/tou.html). The process's one, however often the bundler copies this module.
 */
export const arxivGate: Gate = (task, options) => {
	held.__broadsheetArxivGate ??= createGate(3_000);
	return held.__broadsheetArxivGate(task, options);
};
