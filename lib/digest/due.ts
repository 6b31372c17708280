import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import { Prisma } from "../db/generated/client";
import { env } from "../env";
import { LATE_HOURS } from "../subscribers/schedule";
import type { DigestKind } from "./types";

/** Subscribers a statement: some tens of thousands take a second, so that no statement nears its time-out. */
const CHUNK = 10_000;

/** Before every id there is. */
export const FIRST = "00000000-0000-0000-0000-000000000000";

/** After which subscriber the next statement goes on; null where this one saw the last. */
export const NEXT = Prisma.sql`(SELECT id::text FROM chunk ORDER BY id OFFSET ${CHUNK - 1})`;

/**
 * The common tables `chunk` (the next subscribers, by id) and `due`: those of them without a row in the ledger for the day whose
 * hour has come last. The rule is that of `findDueDay`; the clock of each time zone is read twice. Who has just confirmed, and
 * chosen no hour since, has the first mail at once.
 *
 * The choices are asked for from the chunk's start on, and `OFFSET 0` has the ledger looked up for each subscriber: Postgres would
 * read the whole of both for each chunk.
 */
export function dueAfter(last: string, now: Date): Prisma.Sql {
	return Prisma.sql`
		chunk AS (
			SELECT s.id, COALESCE(c.rhythm, 'daily') AS rhythm, c.weekday, c.paused_until,
				make_interval(hours => COALESCE(c.hour, ${env().DIGEST_HOUR_UTC}::int)) AS hour,
				COALESCE(c.time_zone, 'UTC') AS zone, GREATEST(s.confirmed_at, c.changed_at) AS since,
				s.confirmed_at > ${now}::timestamptz - interval '1 day' AND (c.changed_at IS NULL OR c.changed_at < s.confirmed_at)
					AND NOT EXISTS (SELECT FROM deliveries d WHERE d.subscriber_id = s.id OFFSET 0) AS is_first
			FROM subscribers s LEFT JOIN digest_choices c ON c.subscriber_id = s.id AND c.subscriber_id > ${last}::uuid
			WHERE s.state = 'confirmed' AND s.id > ${last}::uuid ORDER BY s.id LIMIT ${CHUNK}
		), clocks AS MATERIALIZED (
			SELECT zone, shown, local_time(${now}::timestamptz - (shown - shown::date) - interval '3 hours', zone)::date AS day_before
			FROM (SELECT DISTINCT zone FROM chunk) AS zones, LATERAL local_time(${now}::timestamptz, zone) AS shown
		), days AS (
			SELECT id, rhythm, weekday, paused_until, shown, day_before, since, is_first,
				CASE WHEN is_first THEN shown::date ELSE (shown - hour)::date END AS date,
				shown - (shown - hour)::date - hour AS late_by
			FROM chunk JOIN clocks USING (zone)
		), due AS (
			SELECT id, date, (CASE rhythm WHEN 'weekly' THEN 'weekly' ELSE 'daily' END)::digest_kind AS kind,
				NOT is_first AND late_by > make_interval(hours => ${LATE_HOURS}::int)
					AND since <= ${now}::timestamptz - late_by AS is_late
			FROM days
			WHERE (date = shown::date OR (date = day_before AND since <= ${now}::timestamptz - late_by))
				AND (paused_until IS NULL OR date >= paused_until)
				AND CASE rhythm WHEN 'daily' THEN true WHEN 'weekdays' THEN EXTRACT(isodow FROM date) <= 5
					ELSE EXTRACT(isodow FROM date) = weekday END
				AND NOT EXISTS (SELECT FROM deliveries d WHERE d.subscriber_id = days.id AND d.date = days.date OFFSET 0)
		)`;
}

const dueRows = z.array(
	z.object({
		last: z.string().nullable(),
		due: z.array(z.object({ id: z.string(), kind: z.enum(["daily", "weekly"]), isLate: z.boolean() })),
	}),
);

/** Whose mail is due now, of which kind, and whether it is too late. */
export async function listDue(now: Date): Promise<{ id: string; kind: DigestKind; isLate: boolean }[]> {
	const all: { id: string; kind: DigestKind; isLate: boolean }[] = [];
	for (let last: string | null = FIRST; last !== null; ) {
		const rows = await db().$queryRaw`
			WITH ${dueAfter(last, now)}
			SELECT ${NEXT} AS last, COALESCE(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'isLate', is_late)), '[]') AS due
			FROM due`;
		const [chunk] = dueRows.parse(rows);
		all.push(...(chunk?.due ?? []));
		last = chunk?.last ?? null;
	}
	return all;
}

const kindRows = z
	.array(z.object({ last: z.string().nullable(), kinds: z.array(z.enum(["daily", "weekly"])) }))
	.length(1);

/** Of which kinds mail is due now. */
export async function listDueKinds(now: Date): Promise<Set<DigestKind>> {
	const kinds = new Set<DigestKind>();
	for (let last: string | null = FIRST; last !== null && kinds.size < 2; ) {
		const rows = await db().$queryRaw`
			WITH ${dueAfter(last, now)} SELECT ${NEXT} AS last, ARRAY(SELECT DISTINCT kind::text FROM due) AS kinds`;
		const [chunk] = kindRows.parse(rows);
		for (const kind of chunk?.kinds ?? []) kinds.add(kind);
		last = chunk?.last ?? null;
	}
	return kinds;
}
