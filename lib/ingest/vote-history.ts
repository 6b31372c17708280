import "server-only";
import path from "node:path";
import { z } from "zod";
import { inTransaction, type Session } from "../db/session";
import type { UtcDate } from "../time";
import type { IngestWindow, Written } from "./batches";
import { type IngestedSnapshot, readSnapshotsFile } from "./sources/snapshots";
import { lockBatches } from "./upsert";

/**
 * A window of vote snapshots from a file. Those that are held already change nothing; those of papers that are not held can't
 * be kept, and count as failed. A paper whose newest snapshot is later than its counts takes them.
 */
export function snapshotsFile(file: string): IngestWindow {
	return {
		name: path.basename(file),
		async *write(session, { signal, dryRun }) {
			for await (const { records, problems, failed } of readSnapshotsFile(file, signal ? { signal } : {})) {
				const written = await writeSnapshots(session, records, { keep: !dryRun });
				yield { ...written, failed: failed + written.failed, problems: [...problems, ...written.problems] };
			}
		},
	};
}

/** Writes captures as one transaction, in a fixed number of statements. */
async function writeSnapshots(
	session: Session,
	snapshots: readonly IngestedSnapshot[],
	{ keep }: { keep: boolean },
): Promise<Written> {
	const values = [JSON.stringify(snapshots)];
	const [inserted, counted, unknown] = await inTransaction(
		session,
		async () => {
			await lockBatches(session);
			return [
				await session.query(INSERT, values),
				await session.query(UPDATE_COUNTS, values),
				await session.query(UNKNOWN, values),
			];
		},
		{ keep },
	);
	const papers = countedRows.parse(counted?.rows);
	const missing = unknownRows.parse(unknown?.rows);
	const failed = missing.reduce((sum, row) => sum + row.snapshots, 0);
	const added = inserted?.rowCount ?? 0;
	return {
		new: added,
		changed: 0,
		unchanged: snapshots.length - added - failed,
		failed,
		problems: missing.map(({ id }) => ({ where: id, reason: "there is no such paper here" })),
		papers: papers.map(({ id }) => id),
		days: papers.flatMap(({ day }) => (day === null ? [] : [day as UtcDate])),
	};
}

const countedRows = z.array(z.object({ id: z.string(), day: z.string().nullable() }));
const unknownRows = z.array(z.object({ id: z.string(), snapshots: z.int() }));

const GIVEN = `json_to_recordset($1::json) AS g ("paperId" text, "capturedAt" timestamptz(3), upvotes int, comments int)`;

const INSERT = `
	INSERT INTO vote_snapshots (paper_id, captured_at, upvotes, comments)
	SELECT "paperId", "capturedAt", g.upvotes, comments FROM ${GIVEN} JOIN papers ON papers.id = "paperId"
	ON CONFLICT DO NOTHING`;

/** Made-up counts of the sample have no instant, and give way to any. */
const UPDATE_COUNTS = `
	UPDATE papers p
	SET imported_upvotes = newest.upvotes, imported_comments = coalesce(newest.comments, p.imported_comments),
		import_source = coalesce(nullif(p.import_source, 'sample'), 'file'), captured_at = newest."capturedAt"
	FROM (SELECT DISTINCT ON ("paperId") * FROM ${GIVEN} ORDER BY "paperId", "capturedAt" DESC, upvotes DESC) newest
	WHERE p.id = newest."paperId" AND newest."capturedAt" > coalesce(p.captured_at, '-infinity')
	RETURNING p.id, p.edition_date::text AS day`;

const UNKNOWN = `
	SELECT "paperId" AS id, count(*)::int AS snapshots FROM ${GIVEN}
	WHERE NOT EXISTS (SELECT FROM papers WHERE papers.id = "paperId") GROUP BY 1 ORDER BY 1`;
