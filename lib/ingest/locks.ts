import type { Session } from "../db/session";
import type { SourceName } from "./types";

/** One lock a source: pairs of numbers that are arbitrary but must never change. */
const SPACE = 7_286_103;
const NUMBERS: Record<SourceName, number> = { huggingface: 1, arxiv: 2, file: 3 };

/** A run that was killed holds its lock until Postgres is through with its last statement. */
const ATTEMPTS = 20;
const BETWEEN_ATTEMPTS_S = 0.1;

/**
 * Takes a source's lock, which is the session's until it ends, in whatever way. So two runs of a source never work at once, and
 * a run that says it is running while its lock is free has died.
 *
 * @returns false if another run has it
 */
export async function lockSource(session: Session, source: SourceName): Promise<boolean> {
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		const { rows } = await session.query("SELECT 1 WHERE pg_try_advisory_lock($1, $2)", [SPACE, NUMBERS[source]]);
		if (rows.length > 0) return true;
		await session.query("SELECT pg_sleep($1)", [BETWEEN_ATTEMPTS_S]);
	}
	return false;
}
