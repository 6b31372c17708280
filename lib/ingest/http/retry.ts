import "server-only";
import { log } from "../../log";
import { type Clock, systemClock } from "./clock";
import { SourceError, type SourceErrorKind } from "./source-error";

const TRIES = 4;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;
/** Who asks for more is obeyed too: the run ends, and the next one comes after that time. */
const LONGEST_OBEYED_MS = 300_000;
const MAY_PASS: readonly SourceErrorKind[] = ["rate-limited", "unavailable", "timed-out"];

/**
 * Does something with a source, again if it fails in a way that may pass: after the time that the source asks for, else after
 * doubling waits. Some of each wait is left to chance, so that many hosts do not come back at the same moment.
 *
 * @throws the last error, or the signal's reason
 */
export async function withRetries<Value>(
	task: () => Promise<Value>,
	{ signal, clock = systemClock }: { signal?: AbortSignal; clock?: Clock } = {},
): Promise<Value> {
	for (let tried = 1; ; tried++) {
		try {
			return await task();
		} catch (error) {
			if (!(error instanceof SourceError)) throw error;
			const waitMs = tried < TRIES ? waitAfter(error, tried) : undefined;
			if (waitMs === undefined) throw error;
			log.info({ kind: error.kind, waitMs, tried }, error.message);
			await clock.sleep(waitMs, signal);
		}
	}
}

/** Milliseconds to the next try; undefined if there should be none. */
function waitAfter({ kind, retryAfterMs }: SourceError, tried: number): number | undefined {
	if (!MAY_PASS.includes(kind)) return undefined;
	if (retryAfterMs !== undefined) {
		return retryAfterMs > LONGEST_OBEYED_MS ? undefined : retryAfterMs + Math.round(Math.random() * 1_000);
	}
	const wait = Math.min(FIRST_WAIT_MS * 2 ** (tried - 1), LONGEST_WAIT_MS);
	return Math.round(wait * (0.5 + Math.random() / 2));
}
