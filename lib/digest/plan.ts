import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import type { Digest } from "./types";

/** Subscribers a statement: some tens of thousands take a second, so that no statement nears its time-out. */
const CHUNK = 10_000;

/** Before every id there is. */
const FIRST = "00000000-0000-0000-0000-000000000000";

const chunkRows = z.array(z.object({ last: z.string().nullable(), planned: z.number() })).length(1);

/**
 * Plans a digest's delivery to everyone who subscribes now. The unique key on subscriber, kind and date makes running it
 * again, or twice at once, add nothing.
 *
 * @returns how many deliveries were added
 */
export async function planDeliveries(digest: Digest): Promise<number> {
	let planned = 0;
	for (let last: string | null = FIRST; last !== null; ) {
		const rows = await db().$queryRaw`
			WITH chunk AS (
				SELECT id FROM subscribers WHERE state = 'confirmed' AND id > ${last}::uuid ORDER BY id LIMIT ${CHUNK}
			), added AS (
				INSERT INTO deliveries (digest_id, subscriber_id, kind, date)
				SELECT ${digest.id}::uuid, id, 'daily', ${digest.date}::date FROM chunk
				ON CONFLICT (subscriber_id, kind, date) DO NOTHING RETURNING 1
			)
			SELECT (SELECT id::text FROM chunk ORDER BY id DESC LIMIT 1) AS last, (SELECT count(*)::int FROM added) AS planned`;
		const [chunk] = chunkRows.parse(rows);
		planned += chunk?.planned ?? 0;
		last = chunk?.last ?? null;
	}
	return planned;
}
