import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import { isArxivId, type PaperId, parsePaperId } from "../papers/ids";
import type { UtcDate } from "../time";
import { type LastRun, RETRIED_FOR_DAYS, type WindowHistory } from "./due";
import type { SourceName } from "./types";

/** The run of a source that began last; undefined if there was none. */
export async function findLastRun(source: SourceName): Promise<LastRun | undefined> {
	const run = await db().ingestRun.findFirst({ where: { source }, orderBy: { startedAt: "desc" } });
	return run ? { startedAt: run.startedAt, isDone: run.state === "done" } : undefined;
}

const windowRows = z.array(z.object({ windowName: z.string(), isDone: z.boolean(), doneAt: z.date().nullable() }));

/** How the windows that are single days stand, of all days that were asked for lately. */
export async function readDayWindows(source: SourceName, now: Date): Promise<WindowHistory[]> {
	const rows = await db().$queryRaw`
		SELECT window_name AS "windowName", max(started_at) FILTER (WHERE state = 'done') AS "doneAt",
			(array_agg(state ORDER BY started_at DESC))[1] = 'done' AS "isDone"
		FROM ingest_runs
		WHERE source = ${source}::import_source AND window_name ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
			AND started_at > ${now}::timestamptz - make_interval(days => ${RETRIED_FOR_DAYS}::int)
		GROUP BY window_name`;
	return windowRows.parse(rows);
}

const idRows = z.array(z.object({ id: z.string().transform(parsePaperId) }));

/**
 * Papers that arXiv holds and has not described to us: those listed since a day, and what the sample left. Newest first.
 *
 * @param limit at most so many
 */
export async function findUndescribed(since: UtcDate, limit: number): Promise<PaperId[]> {
	const rows = await db().$queryRaw`
		SELECT id FROM papers
		WHERE (edition_date >= ${since}::date AND described_by IS DISTINCT FROM 'arxiv') OR described_by = 'sample'
		ORDER BY edition_date DESC, id LIMIT ${limit}`;
	return idRows.parse(rows).flatMap(({ id }) => (id !== undefined && isArxivId(id) ? [id] : []));
}
