import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import { dueAfter, FIRST, NEXT } from "./due";
import type { Digest } from "./types";

const chunkRows = z.array(z.object({ last: z.string().nullable(), planned: z.number(), late: z.number() })).length(1);

/**
 * Plans a digest's delivery to everyone whose mail of that kind is due. The unique key on subscriber and day makes running it
 * again, or twice at once, add nothing.
 *
 * @returns how many deliveries were added, and how many of these are skipped from the start as too late
 */
export async function planDeliveries(
	{ id, kind }: Pick<Digest, "id" | "kind">,
	now: Date,
): Promise<{ planned: number; late: number }> {
	const counts = { planned: 0, late: 0 };
	for (let last: string | null = FIRST; last !== null; ) {
		const rows = await db().$queryRaw`
			WITH ${dueAfter(last, now)}, added AS (
				INSERT INTO deliveries (digest_id, subscriber_id, kind, date, planned_at, state, reason, settled_at)
				SELECT ${id}::uuid, id, kind, date, ${now}::timestamptz,
					(CASE WHEN is_late THEN 'skipped' ELSE 'planned' END)::delivery_state,
					CASE WHEN is_late THEN 'too late: no run came in time' END, CASE WHEN is_late THEN now() END
				FROM due WHERE kind = ${kind}::digest_kind
				ON CONFLICT (subscriber_id, date) DO NOTHING RETURNING state
			)
			SELECT ${NEXT} AS last, (SELECT count(*)::int FROM added) AS planned,
				(SELECT count(*)::int FROM added WHERE state = 'skipped') AS late`;
		const [chunk] = chunkRows.parse(rows);
		counts.planned += chunk?.planned ?? 0;
		counts.late += chunk?.late ?? 0;
		last = chunk?.last ?? null;
	}
	return counts;
}
