import { setTimeout as wait } from "node:timers/promises";

/** The time as requests and retries see it; tests bring one that does not make them wait. */
export type Clock = {
	/** Milliseconds since 1970, as `Date.now()`. */
	now(): number;
	/** @throws the signal's reason once it aborts */
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
	/** Calls back once after so many milliseconds, unless the returned function is called before. */
	after(ms: number, callback: () => void): () => void;
};

export const systemClock: Clock = {
	now: () => Date.now(),
	async sleep(ms, signal) {
		signal?.throwIfAborted();
		await wait(ms, undefined, { signal }).catch((error: unknown) => {
			throw signal?.aborted ? signal.reason : error;
		});
	},
	after(ms, callback) {
		const timer = setTimeout(callback, ms);
		return () => clearTimeout(timer);
	},
};
