import type { Clock } from "@/lib/ingest/http/clock";

/** A clock that stands still until told: sleeping is over at once and only moves its hands. */
export type FakeClock = Clock & {
	/** How long each sleep was asked to be, in milliseconds. */
	sleeps: number[];
	/** Lets time pass: timers that are due fire. */
	pass(ms: number): void;
};

/** @param start milliseconds since 1970 */
export function createFakeClock(start = Date.UTC(2026, 10, 23, 12)): FakeClock {
	let now = start;
	const timers = new Set<{ at: number; callback: () => void }>();
	const sleeps: number[] = [];
	return {
		sleeps,
		now: () => now,
		async sleep(ms, signal) {
			signal?.throwIfAborted();
			sleeps.push(ms);
			now += ms;
		},
		after(ms, callback) {
			const timer = { at: now + ms, callback };
			timers.add(timer);
			return () => timers.delete(timer);
		},
		pass(ms) {
			now += ms;
			for (const timer of timers) {
				if (timer.at > now) continue;
				timers.delete(timer);
				timer.callback();
			}
		},
	};
}
