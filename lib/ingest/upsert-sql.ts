/** The statements of an upsert, in the order in which they run. Nothing of a paper stands in their text: values are bound. */
import { INCOMING_COLUMNS } from "./incoming";
import { MERGED, MERGED_COLUMNS } from "./merge-sql";

/** Rows that live for a moment are not worth compressing, which Postgres does above 2 KB unless told otherwise. */
const UNCOMPRESSED = "toast_tuple_target = 8160";

export const CREATE_INCOMING = `CREATE TEMP TABLE incoming (${INCOMING_COLUMNS}) WITH (${UNCOMPRESSED}) ON COMMIT DROP`;

export const FILL_INCOMING = `INSERT INTO incoming SELECT * FROM json_to_recordset($1::json) AS r (${INCOMING_COLUMNS})`;

export const WRITE_EDITIONS = `
	INSERT INTO editions (date)
	SELECT DISTINCT listing_date FROM incoming WHERE listing_date IS NOT NULL ORDER BY listing_date
	ON CONFLICT DO NOTHING`;

/** The latest look at an organisation counts, whichever batch comes first. */
export const WRITE_ORGANIZATIONS = `
	INSERT INTO organizations AS held (slug, name, logo_url, seen_at)
	SELECT DISTINCT ON (org_slug) org_slug, org_name, org_logo, seen_at FROM incoming WHERE org_slug IS NOT NULL
	ORDER BY org_slug, seen_at DESC, org_name DESC, org_logo DESC NULLS LAST
	ON CONFLICT (slug) DO UPDATE
	SET name = excluded.name, logo_url = coalesce(excluded.logo_url, held.logo_url), seen_at = excluded.seen_at
	WHERE held.seen_at IS NULL OR (held.seen_at, held.name, coalesce(held.logo_url, ''))
		< (excluded.seen_at, excluded.name, coalesce(excluded.logo_url, ''))`;

/** An author is a slug; the name shown is the first one seen. */
export const WRITE_AUTHORS = `
	INSERT INTO authors (slug, name)
	SELECT DISTINCT ON (slug) slug, name
	FROM incoming i CROSS JOIN LATERAL unnest(i.author_slugs, i.author_names) WITH ORDINALITY AS a (slug, name, position)
	ORDER BY slug, i.round, i.id, position
	ON CONFLICT DO NOTHING`;

/** Against votes and people's own changes, which come to a paper at any time. */
export const LOCK_PAPERS = `
	SELECT FROM papers WHERE id IN (SELECT id FROM incoming WHERE round = $1) ORDER BY id FOR NO KEY UPDATE`;

export const CREATE_MERGED = `CREATE TEMP TABLE merged WITH (${UNCOMPRESSED}) ON COMMIT DROP AS ${MERGED}`;

export const INSERT_PAPERS = `
	INSERT INTO papers (id, created_at, updated_at, ${MERGED_COLUMNS})
	SELECT id, $1::timestamptz, $1, ${MERGED_COLUMNS} FROM merged WHERE is_new ORDER BY id`;

export const UPDATE_PAPERS = `
	UPDATE papers p
	SET ${MERGED_COLUMNS.map((column) => `${column} = m.${column}`)},
		updated_at = CASE WHEN m.content_differs THEN $1 ELSE p.updated_at END
	FROM merged m
	WHERE p.id = m.id AND NOT m.is_new AND (m.content_differs OR m.numbers_differ OR m.notes_differ)`;

export const DELETE_PAPER_AUTHORS = `
	DELETE FROM paper_authors USING merged m WHERE paper_id = m.id AND m.authors_differ AND NOT m.is_new`;

/** One look into the index for each: a join may take it into its head to read all authors there are. */
export const INSERT_PAPER_AUTHORS = `
	INSERT INTO paper_authors (paper_id, position, author_id, name)
	SELECT m.id, a.position - 1, (SELECT id FROM authors WHERE authors.slug = a.slug), a.name
	FROM merged m CROSS JOIN LATERAL unnest(m.author_slugs, m.author_names) WITH ORDINALITY AS a (slug, name, position)
	WHERE m.authors_differ`;

/** A capture that says what the one before it said adds nothing to the history. */
export const INSERT_SNAPSHOTS = `
	INSERT INTO vote_snapshots (paper_id, captured_at, upvotes, comments)
	SELECT m.id, m.seen_at, m.upvotes, m.comments
	FROM merged m LEFT JOIN LATERAL (
		SELECT s.upvotes, s.comments FROM vote_snapshots s
		WHERE s.paper_id = m.id AND s.captured_at <= m.seen_at ORDER BY s.captured_at DESC LIMIT 1
	) before ON NOT m.is_new
	WHERE m.upvotes IS NOT NULL AND (m.upvotes, m.comments) IS DISTINCT FROM (before.upvotes, before.comments)
	ON CONFLICT DO NOTHING`;

export const COUNT = `
	SELECT count(*) FILTER (WHERE is_new)::int AS new,
		count(*) FILTER (WHERE NOT is_new AND (content_differs OR numbers_differ))::int AS changed,
		count(*) FILTER (WHERE NOT is_new AND NOT (content_differs OR numbers_differ))::int AS unchanged,
		coalesce(array_agg(id) FILTER (WHERE is_new OR content_differs OR numbers_differ), '{}') AS papers,
		ARRAY(
			SELECT DISTINCT day::text FROM merged, unnest(ARRAY[edition_date, left_edition]) AS day
			WHERE day IS NOT NULL AND (is_new OR content_differs OR numbers_differ) ORDER BY 1
		) AS days
	FROM merged`;
