import { setTimeout as sleep } from "node:timers/promises";
import { log } from "../../lib/log";

/**
 * Does a job again and again until the signal. A failure, for example while the database is away, is logged in one line,
 * and the job is done again at its next turn.
 *
 * @param pause between the end of one turn and the beginning of the next, in milliseconds
 */
export async function repeat(
	name: string,
	pause: number,
	signal: AbortSignal,
	job: () => Promise<void>,
): Promise<void> {
	while (!signal.aborted) {
		try {
			await job();
		} catch (error) {
			log.error({ err: error, job: name }, "a job of the worker failed, and will be tried again");
		}
		await sleep(pause, undefined, { signal }).catch((error: unknown) => {
			if (!signal.aborted) throw error;
		});
	}
}
