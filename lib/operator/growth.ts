import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import { utcDateOf } from "../time";
import type { Growth } from "./types";

const WEEKS = 12;

const weekRows = z.array(z.object({ from: z.date().transform(utcDateOf), confirmed: z.number(), left: z.number() }));

/** How many confirmed and left in each of the last weeks, this one included, as far as rows tell: who came twice came last. */
export async function readGrowth(now: Date): Promise<Growth> {
	const [confirmed, weeks] = await Promise.all([
		db().subscriber.count({ where: { state: "confirmed" } }),
		db().$queryRaw`
			WITH weeks AS (
				SELECT this_week - make_interval(weeks => ago) AS week
				FROM date_trunc('week', ${now}::timestamptz) AS this_week, generate_series(${WEEKS - 1}::int, 0, -1) AS ago
			), moves AS (
				SELECT date_trunc('week', confirmed_at) AS week, 1 AS confirmed, 0 AS left FROM subscribers
				WHERE confirmed_at >= (SELECT min(week) FROM weeks)
				UNION ALL
				SELECT date_trunc('week', unsubscribed_at), 0, 1 FROM subscribers
				WHERE unsubscribed_at >= (SELECT min(week) FROM weeks) AND confirmed_at IS NOT NULL
			)
			SELECT week AS from, COALESCE(sum(confirmed), 0)::int AS confirmed, COALESCE(sum(moves.left), 0)::int AS left
			FROM weeks LEFT JOIN moves USING (week) GROUP BY week ORDER BY week`,
	]);
	return { confirmed, weeks: weekRows.parse(weeks) };
}
