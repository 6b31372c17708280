import type { Clock } from "./clock";
import { SourceError } from "./source-error";

/** How long a request may take in all, and how long nothing may arrive. */
export type TimeLimits = { totalMs: number; idleMs: number };

/** Watches over one request: aborts its signal when a limit passes or the caller gives up. */
export function watchTime(host: string, limits: TimeLimits, clock: Clock, caller?: AbortSignal) {
	const controller = new AbortController();
	const abort = (ms: number, what: string) => () =>
		controller.abort(new SourceError("timed-out", `${host} ${what} ${ms / 1000} s`));
	const endTotal = clock.after(limits.totalMs, abort(limits.totalMs, "had not answered in full after"));
	const startIdle = () => clock.after(limits.idleMs, abort(limits.idleMs, "sent nothing for"));
	let endIdle = startIdle();
	return {
		signal: caller ? AbortSignal.any([controller.signal, caller]) : controller.signal,
		/** Something arrived. */
		touch() {
			endIdle();
			endIdle = startIdle();
		},
		/** The request is over, well or not. */
		end() {
			endTotal();
			endIdle();
		},
	};
}
