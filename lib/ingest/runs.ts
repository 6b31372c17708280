import "server-only";
import { z } from "zod";
import type { Session } from "../db/session";
import type { IngestCounts, SourceName } from "./types";

/** What one window's run comes to. */
export type RunOutcome = { state: "done" | "failed"; counts: IngestCounts; error?: string };

/** Runs tell how a source is doing; after a quarter they tell nobody anything. */
const KEPT_FOR = "90 days";

/** Marks the runs of a source as dead that were under way when their process died. The caller holds the source's lock. */
export async function buryDeadRuns(session: Session, source: SourceName, now: Date): Promise<void> {
	await session.query(
		`UPDATE ingest_runs SET state = 'dead', finished_at = $2, error = 'its process died; the window is done again'
		WHERE source = $1 AND state = 'running'`,
		[source, now],
	);
	await session.query(`DELETE FROM ingest_runs WHERE source = $1 AND finished_at < $2::timestamptz - $3::interval`, [
		source,
		now,
		KEPT_FOR,
	]);
}

/** @returns the id of the new run's row */
export async function startRun(session: Session, source: SourceName, windowName: string, now: Date): Promise<string> {
	const { rows } = await session.query(
		"INSERT INTO ingest_runs (source, window_name, started_at) VALUES ($1, $2, $3) RETURNING id",
		[source, windowName, now],
	);
	return z.object({ id: z.string() }).parse(rows[0]).id;
}

export async function finishRun(session: Session, id: string, outcome: RunOutcome, now: Date): Promise<void> {
	const { state, counts, error } = outcome;
	await session.query(
		`UPDATE ingest_runs SET state = $2, finished_at = $3, seen = $4, new = $5, changed = $6, unchanged = $7, failed = $8,
			error = $9 WHERE id = $1`,
		[id, state, now, counts.seen, counts.new, counts.changed, counts.unchanged, counts.failed, error ?? null],
	);
}
