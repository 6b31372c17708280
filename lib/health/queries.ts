import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import { log } from "../log";

/** The worker beats every 15 s; after four missed beats it is taken for dead. */
const SILENT_AFTER_MS = 60_000;

/** A source that is down for an hour is no news; for a day it is. */
const FAILING_AFTER_MS = 24 * 60 * 60_000;

export type Health = {
	ok: boolean;
	database: "ok" | "unreachable";
	/** `absent`: none was ever started on this database, as where a cron service calls the jobs instead. */
	worker: "ok" | "silent" | "absent" | "unknown";
	/** `failing`: a source has given nothing for a day. It leaves `ok` as it is: what we hold is served as well as ever. */
	ingest: "ok" | "failing" | "absent" | "unknown";
};

/** How the parts that a page does not show are doing. */
export async function readHealth(now: Date): Promise<Health> {
	try {
		const [heartbeat, ingest] = await Promise.all([
			db().heartbeat.findUnique({ where: { name: "worker" } }),
			readIngestHealth(now),
		]);
		const isSilent = heartbeat !== null && now.getTime() - heartbeat.beatAt.getTime() > SILENT_AFTER_MS;
		return {
			ok: !isSilent,
			database: "ok",
			worker: heartbeat === null ? "absent" : isSilent ? "silent" : "ok",
			ingest,
		};
	} catch (error) {
		log.warn({ err: error }, "health: the database can't be reached");
		return { ok: false, database: "unreachable", worker: "unknown", ingest: "unknown" };
	}
}

const sourceRows = z.array(z.object({ failing: z.boolean() }));

/**
 * Looks at the sources that are fetched by the clock: files come when somebody loads one. Failing is a source that has failed
 * since its last success, for the first time more than a day ago and again since: one that nobody asks any more fails nobody.
 */
async function readIngestHealth(now: Date): Promise<"ok" | "failing" | "absent"> {
	const longAgo = new Date(now.getTime() - FAILING_AFTER_MS);
	const rows = await db().$queryRaw`
		SELECT newest.started_at >= ${longAgo}::timestamptz AND EXISTS (
			SELECT FROM ingest_runs
			WHERE source = clock.source AND state IN ('failed', 'dead')
				AND started_at < ${longAgo} AND started_at > coalesce(success.started_at, '-infinity')
		) AS failing
		FROM (VALUES ('huggingface'::import_source), ('arxiv')) AS clock (source)
		CROSS JOIN LATERAL (
			SELECT started_at FROM ingest_runs WHERE source = clock.source ORDER BY started_at DESC LIMIT 1
		) newest
		LEFT JOIN LATERAL (
			SELECT started_at FROM ingest_runs
			WHERE source = clock.source AND state = 'done' ORDER BY started_at DESC LIMIT 1
		) success ON true`;
	const sources = sourceRows.parse(rows);
	if (sources.length === 0) return "absent";
	return sources.some(({ failing }) => failing) ? "failing" : "ok";
}
