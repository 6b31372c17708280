/**
 * How what a source says of a paper meets what we hold, as SQL over `i` (a row of `incoming`), `p` (the paper as held, or
 * nulls), `o` (the organisation that `i` names) and the three decisions of `w`. `$1` is the source.
 */

const rank = (source: string) =>
	`CASE ${source} WHEN 'arxiv' THEN 3 WHEN 'huggingface' THEN 2 WHEN 'file' THEN 2 WHEN 'sample' THEN 1 ELSE 0 END`;

/** Title, abstract, authors and dates: arXiv knows best, the sample least; among equals whoever saw it last. */
const DESCRIBES = `(p.id IS NULL
	OR ${rank("$1::import_source")} > ${rank("p.described_by")}
	OR (${rank("$1::import_source")} = ${rank("p.described_by")}
		AND i.seen_at >= coalesce(p.described_at, '-infinity') AND coalesce(i.version >= p.version, true)))`;

/** The day of the first listing stays, unless the source that listed the paper now says another. */
const LISTS = `(i.listing_date IS NOT NULL AND (p.edition_date IS NULL OR p.listed_by = 'sample'
	OR (p.listed_by = $1::import_source AND i.seen_at >= coalesce(p.captured_at, '-infinity'))))`;

/** Counts, code, organisation and the like: the latest capture. Counts of the sample are made up, and have no instant. */
const COUNTS = "(i.seen_at >= coalesce(p.captured_at, '-infinity'))";

const DECISIONS = `${DESCRIBES} AS describes, ${LISTS} AS lists, ${COUNTS} AS counts`;

/** What `w` decides for is taken; the other side fills what is empty. A source is never taken to say "there is none". */
const better = (decision: string, incoming: string, held: string) =>
	`CASE WHEN w.${decision} THEN coalesce(${incoming}, ${held}) ELSE coalesce(${held}, ${incoming}) END`;

const described = (column: string) => [column, better("describes", `i.${column}`, `p.${column}`)] as const;
const counted = (column: string) => [column, better("counts", `i.${column}`, `p.${column}`)] as const;
const some = (list: string) => `nullif(${list}, '{}')`;
const TAKES_AUTHORS = "(i.author_names <> '{}' AND (w.describes OR coalesce(h.names, '{}') = '{}'))";
const TAKES_COUNTS = "(i.upvotes IS NOT NULL AND w.counts)";

/** What is said of the paper. When any of it changes, so does `updated_at`. */
const CONTENT: (readonly [column: string, sql: string])[] = [
	described("title"),
	["abstract", `coalesce(${better("describes", "nullif(i.abstract, '')", "nullif(p.abstract, '')")}, '')`],
	described("published_at"),
	described("revised_at"),
	described("version"),
	["categories", `coalesce(${better("describes", some("i.categories"), some("p.categories"))}, '{}')`],
	described("doi"),
	described("journal_ref"),
	described("author_comment"),
	["author_count", `CASE WHEN ${TAKES_AUTHORS} THEN cardinality(i.author_names) ELSE p.author_count END`],
	["organization_id", better("counts", "o.id", "p.organization_id")],
	counted("github_repo"),
	counted("project_page"),
	counted("ai_summary"),
	counted("ai_summary_model"),
	["keywords", `coalesce(${better("counts", some("i.keywords"), some("p.keywords"))}, '{}')`],
	counted("thumbnail_url"),
	["edition_date", "CASE WHEN w.lists THEN i.listing_date ELSE p.edition_date END"],
	[
		"listed_at",
		`CASE WHEN w.lists THEN coalesce(i.listed_at,
			CASE WHEN p.edition_date = i.listing_date AND p.listed_by = $1::import_source THEN p.listed_at END,
			i.listing_date::timestamptz) ELSE p.listed_at END`,
	],
	["submitted_by", "CASE WHEN w.lists THEN coalesce(i.submitted_by, p.submitted_by) ELSE p.submitted_by END"],
	["listed_by", "CASE WHEN w.lists THEN $1::import_source ELSE p.listed_by END"],
];

const NUMBERS: (readonly [column: string, sql: string])[] = [
	["imported_upvotes", `CASE WHEN ${TAKES_COUNTS} THEN i.upvotes ELSE coalesce(p.imported_upvotes, 0) END`],
	["imported_comments", `CASE WHEN ${TAKES_COUNTS} THEN i.comments ELSE coalesce(p.imported_comments, 0) END`],
	["import_source", `CASE WHEN ${TAKES_COUNTS} THEN $1::import_source ELSE p.import_source END`],
	counted("github_stars"),
];

/** What we note for the next merge. It changes at each look, and is no change of the paper. */
const NOTES: (readonly [column: string, sql: string])[] = [
	["described_by", "CASE WHEN w.describes THEN $1::import_source ELSE p.described_by END"],
	["described_at", "CASE WHEN w.describes THEN i.seen_at ELSE p.described_at END"],
	["captured_at", `CASE WHEN ${TAKES_COUNTS} THEN i.seen_at ELSE p.captured_at END`],
];

const ALL = [...CONTENT, ...NUMBERS, ...NOTES];
export const MERGED_COLUMNS = ALL.map(([column]) => column);

const differ = (columns: typeof ALL) =>
	`(${columns.map(([name]) => `n.${name}`)}) IS DISTINCT FROM (${columns.map(([name]) => `p.${name}`)})`;

/**
 * The rows of `merged`: each paper as it will be, whether it is new, what of it differs from what is held, and its authors
 * where they have to be written. `$2` is the round.
 */
export const MERGED = `
	SELECT i.id, p.id IS NULL AS is_new, n.*, p.edition_date AS left_edition,
		i.author_names, i.author_slugs, i.seen_at, i.upvotes, i.comments,
		a.differs AS authors_differ,
		a.differs OR ${differ(CONTENT)} AS content_differs,
		${differ(NUMBERS)} AS numbers_differ,
		${differ(NOTES)} AS notes_differ
	FROM incoming i
	LEFT JOIN papers p ON p.id = i.id
	LEFT JOIN organizations o ON o.slug = i.org_slug
	LEFT JOIN LATERAL (
		SELECT array_agg(name ORDER BY position) AS names FROM paper_authors WHERE paper_id = p.id
	) h ON true
	CROSS JOIN LATERAL (SELECT ${DECISIONS}) w
	CROSS JOIN LATERAL (SELECT ${TAKES_AUTHORS} AND i.author_names IS DISTINCT FROM h.names AS differs) a
	CROSS JOIN LATERAL (SELECT ${ALL.map(([column, sql]) => `${sql} AS ${column}`).join(", ")}) n
	WHERE i.round = $2`;
