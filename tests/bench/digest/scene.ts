import { DATE_LANGUAGES } from "@/lib/subscribers/choices";

/** When the digests run: the edition of the day before is closed. */
export const NOW = new Date("2026-06-09T12:00:00Z");

const EDITION = new Date("2026-06-08T00:00:00Z");
const PAPERS = 60;

/** One for each difference to UTC that there is, and another. */
const ZONES = (
	"Pacific/Pago_Pago Pacific/Honolulu Pacific/Marquesas Pacific/Gambier Pacific/Pitcairn America/Phoenix America/Mexico_City " +
	"America/Lima America/La_Paz America/New_York America/Sao_Paulo America/St_Johns America/Noronha Atlantic/Cape_Verde " +
	"Africa/Abidjan Africa/Lagos Africa/Johannesburg Africa/Nairobi Asia/Tehran Asia/Dubai Asia/Kabul Asia/Karachi Asia/Kolkata " +
	"Asia/Kathmandu Asia/Dhaka Asia/Yangon Asia/Bangkok Asia/Shanghai Australia/Eucla Asia/Tokyo Australia/Darwin " +
	"Australia/Brisbane Australia/Lord_Howe Pacific/Guadalcanal Pacific/Auckland Pacific/Chatham Pacific/Tongatapu " +
	"Pacific/Kiritimati"
).split(" ");

/** Ways to choose: 20 numbers of papers, in ten languages. */
const COUNTS = 20;
const LANGUAGES = Object.keys(DATE_LANGUAGES).slice(0, 10);

/** Empties what digests are made of. */
export async function clear(): Promise<void> {
	const { db } = await import("@/lib/db/client");
	await db().$executeRaw`
		TRUNCATE deliveries, delivery_batches, digest_selections, digests, digest_choices, subscribers, papers, editions,
			heartbeats CASCADE`;
}

/** Adds an edition of 60 papers, with titles and abstracts of the usual length. */
export async function addEdition(): Promise<void> {
	const { db } = await import("@/lib/db/client");
	await db().edition.create({ data: { date: EDITION } });
	await db().paper.createMany({
		data: Array.from({ length: PAPERS }, (_, nth) => ({
			id: `2606.${10_000 + nth}`,
			title: `What a ${nth}th of a hundred models makes of long and noisy questions, and why it matters`,
			abstract: "What was asked, what was done, and what came of it, in some sentences. ".repeat(16),
			authorCount: 4,
			importSource: "file" as const,
			importedUpvotes: 200 - nth,
			editionDate: EDITION,
			listedAt: EDITION,
		})),
	});
}

/** Adds confirmed subscribers in 38 zones whose hour has just come: half have ten papers, as is usual, the others choose in 200 ways. */
export async function addSubscribers(count: number): Promise<void> {
	const { withSession } = await import("@/lib/db/session");
	// A million take longer than a page's statements may.
	await withSession(async ({ query }) => {
		await query(
			`INSERT INTO subscribers (email, state, confirmed_at)
			SELECT 'reader' || nth || '@example.org', 'confirmed', '2020-01-01' FROM generate_series(1, $1::int) AS nth`,
			[count],
		);
		await query(
			`INSERT INTO digest_choices (subscriber_id, hour, time_zone, papers, language, changed_at)
			SELECT id, EXTRACT(hour FROM local_time($1::timestamptz, zone)), zone,
				CASE WHEN is_usual THEN 10 ELSE 5 + way % $2::int END,
				CASE WHEN is_usual THEN 'en-US' ELSE ($3::text[])[1 + way / $2::int % cardinality($3::text[])] END,
				'2020-01-01'
			FROM (SELECT id, substring(email FROM '[0-9]+')::int AS nth FROM subscribers) AS numbered,
				LATERAL (
					SELECT ($4::text[])[1 + nth % cardinality($4::text[])] AS zone, nth % 2 = 0 AS is_usual, nth / 2 AS way
				) AS chosen`,
			[NOW, COUNTS, LANGUAGES, ZONES],
		);
		await query("ANALYZE");
	});
}
