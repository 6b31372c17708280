import "server-only";
import { z } from "zod";
import { inTransaction, type Session } from "../db/session";
import type { UtcDate } from "../time";
import { toRows } from "./incoming";
import type { IngestedPaper, SourceName } from "./types";
import * as sql from "./upsert-sql";

/** Batches are written one at a time, whoever writes them, so that no two can wait for each other in a circle. Never change it. */
const BATCH_LOCK = 7_286_102;

const outcome = z.object({
	new: z.int(),
	changed: z.int(),
	unchanged: z.int(),
	/** The papers that are new or changed, and the days on whose lists they stand or stood. */
	papers: z.array(z.string()),
	days: z.array(z.string().transform((day) => day as UtcDate)),
});

export type UpsertOutcome = z.infer<typeof outcome>;

/**
 * Writes a batch of papers as one transaction, in a fixed number of statements however many they are. A paper that is held
 * already is merged field by field (merge-sql.ts); one that says nothing new is left as it is, `updatedAt` included. Counts
 * that changed leave a vote snapshot.
 *
 * @param batch some hundred papers; the same one twice is merged twice, in order
 * @param options.now when the papers were seen, where they don't say it, and the new `updatedAt` of what changed
 * @param options.dryRun tells what would happen and undoes it
 * @throws the database's error, with nothing written
 */
export async function upsertPapers(
	session: Session,
	batch: readonly IngestedPaper[],
	options: { source: SourceName; now: Date; dryRun?: boolean },
): Promise<UpsertOutcome> {
	const rows = toRows(batch, options.now);
	const rounds = Math.max(0, ...rows.map((row) => row.round + 1));
	return inTransaction(session, () => writeBatch(session, JSON.stringify(rows), rounds, options), {
		keep: !options.dryRun,
	});
}

async function writeBatch(
	session: Session,
	rows: string,
	rounds: number,
	{ source, now }: { source: SourceName; now: Date },
): Promise<UpsertOutcome> {
	await lockBatches(session);
	await session.query(sql.CREATE_INCOMING);
	await session.query(sql.FILL_INCOMING, [rows]);
	await session.query(sql.WRITE_EDITIONS);
	await session.query(sql.WRITE_ORGANIZATIONS);
	await session.query(sql.WRITE_AUTHORS);
	const total: UpsertOutcome = { new: 0, changed: 0, unchanged: 0, papers: [], days: [] };
	for (let round = 0; round < rounds; round++) add(total, await mergeRound(session, round, source, now));
	return total;
}

/** Waits until nobody else writes papers, and keeps others waiting until the transaction ends. */
export async function lockBatches(session: Session): Promise<void> {
	await session.query("SELECT pg_advisory_xact_lock($1)", [BATCH_LOCK]);
}

async function mergeRound(session: Session, round: number, source: SourceName, now: Date): Promise<UpsertOutcome> {
	await session.query(sql.LOCK_PAPERS, [round]);
	await session.query(sql.CREATE_MERGED, [source, round]);
	await session.query(sql.INSERT_PAPERS, [now]);
	await session.query(sql.UPDATE_PAPERS, [now]);
	await session.query(sql.DELETE_PAPER_AUTHORS);
	await session.query(sql.INSERT_PAPER_AUTHORS);
	await session.query(sql.INSERT_SNAPSHOTS);
	const { rows } = await session.query(sql.COUNT);
	await session.query("DROP TABLE merged");
	return outcome.parse(rows[0]);
}

function add(total: UpsertOutcome, round: UpsertOutcome): void {
	total.new += round.new;
	total.changed += round.changed;
	total.unchanged += round.unchanged;
	total.papers.push(...round.papers);
	total.days.push(...round.days);
}
