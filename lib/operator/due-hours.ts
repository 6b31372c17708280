import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import { env } from "../env";
import type { DueHour } from "./types";

const rows = z.array(z.object({ at: z.date(), mails: z.number() }));

/** A clock that is moved later than this moves nothing that comes within 24 hours. */
const AHEAD = "25 hours";

/**
 * How many subscribers' hour comes within 24 hours, in each hour from this one on: at most so many mails go out, as
 * who has nothing new gets none. The rule is that of `dueAfter`; the next of each hour is found once a time zone, and the clock asked
 * again only where it is moved before then.
 */
export async function listDueHours(now: Date): Promise<DueHour[]> {
	const found = await db().$queryRaw`
		WITH wanted AS MATERIALIZED (
			SELECT s.id, COALESCE(c.rhythm, 'daily') AS rhythm, c.weekday, c.paused_until,
				COALESCE(c.hour, ${env().DIGEST_HOUR_UTC}::int) AS hour, COALESCE(c.time_zone, 'UTC') AS zone
			FROM subscribers s LEFT JOIN digest_choices c ON c.subscriber_id = s.id WHERE s.state = 'confirmed'
		), clocks AS MATERIALIZED (
			SELECT zone, local_time(${now}::timestamptz, zone) AS shown,
				local_time(${now}::timestamptz + ${AHEAD}::interval, zone) AS shown_then
			FROM (SELECT DISTINCT zone FROM wanted) AS zones
		), next AS (
			SELECT zone, hour, shown, shown_then <> shown + ${AHEAD}::interval AS is_moved,
				(shown - make_interval(hours => hour))::date + ahead AS date,
				(shown - make_interval(hours => hour))::date + ahead + make_interval(hours => hour) AS wanted_at
			-- An hour comes twice within 24 where the clock is put forward.
			FROM clocks, generate_series(0, 23) AS hour, generate_series(1, 2) AS ahead
		), guessed AS (
			SELECT *, ${now}::timestamptz + (wanted_at - shown) AS at FROM next
		), mended AS MATERIALIZED (
			SELECT *, CASE WHEN is_moved THEN at - (local_time(at, zone) - wanted_at) ELSE at END AS mended_at FROM guessed
		), settled AS MATERIALIZED (
			-- An hour that the clock leaves out has come when the clock has passed it.
			SELECT zone, hour, date, date_trunc('hour', settled_at) AS at
			FROM mended, LATERAL (
				SELECT CASE WHEN is_moved AND local_time(mended_at, zone) < wanted_at THEN at ELSE mended_at END AS settled_at
			) AS instants
			WHERE settled_at <= ${now}::timestamptz + interval '1 day'
		), counted AS (
			SELECT at, count(*)::int AS mails
			FROM wanted JOIN settled USING (zone, hour)
			WHERE (paused_until IS NULL OR date >= paused_until)
				AND CASE rhythm WHEN 'daily' THEN true WHEN 'weekdays' THEN EXTRACT(isodow FROM date) <= 5
					ELSE EXTRACT(isodow FROM date) = weekday END
				-- The days are named twice, so that the index is asked for them and gives no older ones.
				AND NOT EXISTS (
					SELECT FROM deliveries d WHERE d.subscriber_id = wanted.id AND d.date = settled.date
						AND d.date BETWEEN ${now}::date - 1 AND ${now}::date + 2
				)
			GROUP BY at
		)
		SELECT at, COALESCE(mails, 0) AS mails
		FROM generate_series(date_trunc('hour', ${now}::timestamptz), ${now}::timestamptz + interval '1 day', interval '1 hour') AS at
			LEFT JOIN counted USING (at) ORDER BY at`;
	return rows.parse(found);
}
