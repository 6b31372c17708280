import "server-only";
import { type Db, db } from "../db/client";

/** Above what any statement of a search takes; a search that takes longer helps nobody. */
const STATEMENT_TIMEOUT = "2s";
const WAIT_MS = 5_000;

/**
 * Runs the statements of a search: none runs longer than its limit. They take a few rows of large tables, whatever the planner
 * guesses, so that each row is looked up by its key, and compiling a statement never pays.
 */
export async function withinLimits<Value>(work: (db: Db) => Promise<Value>): Promise<Value> {
	return db().$transaction(
		async (tx) => {
			await tx.$queryRaw`
				SELECT set_config('statement_timeout', ${STATEMENT_TIMEOUT}, true), set_config('jit', 'off', true),
					set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
					set_config('enable_mergejoin', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)`;
			return work(tx);
		},
		{ maxWait: WAIT_MS, timeout: WAIT_MS },
	);
}
