import { query } from "../../db/query";

/** Of how many of the newest editions everybody has had the digest. */
const DIGESTS = 10;

/**
 * Adds confirmed subscribers, half of them with choices of their own, and what they were sent: a mail for each of the newest days
 * that have papers. What is in the mails is left out.
 *
 * @param url of a database that has editions
 */
export async function loadMail(url: string, subscribers: number): Promise<void> {
	await query(
		url,
		`INSERT INTO subscribers (email, state, confirmed_at)
		SELECT 'reader' || nr || '@example.org', 'confirmed', '2020-01-01' FROM generate_series(1, $1::int) AS nr`,
		[subscribers],
	);
	await query(
		url,
		`INSERT INTO digest_choices (subscriber_id, hour, time_zone, changed_at)
		SELECT id, nr % 24, (ARRAY['Asia/Tokyo', 'Europe/Berlin', 'America/New_York', 'UTC'])[1 + nr % 4], '2020-01-01'
		FROM (SELECT id, row_number() OVER (ORDER BY id) AS nr FROM subscribers) AS numbered WHERE nr % 2 = 0`,
	);
	await query(
		url,
		`INSERT INTO digests (kind, date, papers)
		SELECT 'daily', date, '[]' FROM editions ORDER BY date DESC LIMIT ${DIGESTS}`,
	);
	await query(
		url,
		`INSERT INTO deliveries (digest_id, subscriber_id, kind, date, state, provider_id, settled_at, event_state, event_at)
		SELECT d.id, s.id, 'daily', d.date + 1, 'submitted', d.date || '-' || s.email, d.date + 1, 'delivered', d.date + 1
		FROM digests d CROSS JOIN subscribers s`,
	);
	await query(url, "VACUUM (ANALYZE) subscribers, digest_choices, digests, deliveries");
}
