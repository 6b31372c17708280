/** The statements that derive topics and terms of papers. Nothing of a paper stands in their text: values are bound. */

export const FIND_STALE = "SELECT FROM papers WHERE indexed_at IS NULL LIMIT 1";

/**
 * By id from `$1` on, so that a run looks at each paper once. Whoever changes one of them waits until they are marked: a change
 * takes the mark away again.
 */
export const LOCK_STALE = `
	SELECT id, categories, keywords FROM papers
	WHERE indexed_at IS NULL AND id > $1 ORDER BY id LIMIT $2 FOR NO KEY UPDATE`;

export const MARK_INDEXED = "UPDATE papers SET indexed_at = updated_at WHERE id = ANY($1)";

const GIVEN_TOPICS =
	"json_to_recordset($1::json) AS g (paper text, slug text, name text, kind topic_kind, position int)";

/** The first spelling stays. A category that was a keyword before takes it over. What is there uses up no id. */
export const INSERT_TOPICS = `
	INSERT INTO topics (slug, name, kind)
	SELECT DISTINCT ON (slug) slug, name, kind FROM ${GIVEN_TOPICS}
	WHERE NOT EXISTS (SELECT FROM topics t WHERE t.slug = g.slug AND t.kind <= g.kind)
	ORDER BY slug, kind, paper, position
	ON CONFLICT (slug) DO UPDATE SET name = excluded.name, kind = excluded.kind`;

export const DELETE_PAPER_TOPICS = `DELETE FROM paper_topics WHERE paper_id = ANY($1) RETURNING topic_id AS "topicId"`;

export const INSERT_PAPER_TOPICS = `
	INSERT INTO paper_topics (paper_id, topic_id, position, edition_date)
	SELECT g.paper, t.id, g.position, CASE WHEN p.hidden_at IS NULL THEN p.edition_date END
	FROM ${GIVEN_TOPICS} JOIN topics t USING (slug) JOIN papers p ON p.id = g.paper`;

/** Only those that a paper has just lost, and nobody follows: looking through all of them would cost more than it tidies. */
export const DELETE_LEFT_TOPICS = `
	DELETE FROM topics t WHERE id = ANY($1::int[]) AND NOT EXISTS (SELECT FROM paper_topics WHERE topic_id = t.id)
	AND NOT EXISTS (SELECT FROM follows WHERE topic_id = t.id)`;

/**
 * The words of title and abstract without addresses, LaTeX commands and punctuation, in which Postgres's parser sees addresses,
 * files and signed numbers. Hyphens stay: compounds count as a whole and by their parts. The title has no extra weight: with
 * 1.5, 2 and 3 times that of the abstract, similar papers had less in common.
 */
const WORDS = String.raw`to_tsvector('pg_catalog.english', regexp_replace(title || ' ' || abstract,
	'(https?://|www\.)\S+|\S+\.[a-z]{2,}/\S*|\\[A-Za-z]+|[!-,./:-@[-${"`"}{-~]', ' ', 'g'))`;

/** No numbers, no single letters, and nothing that an index could not hold. Whatever is beyond ASCII counts as a letter. */
const isTerm = (word: string) => String.raw`length(${word}) BETWEEN 2 AND 60 AND ${word} ~ '[^\x01-\x60\x7b-\x7f]'`;

/** Papers whose words are counted, the latest: enough to tell a rare word from a common one, and few enough to count daily. */
const COUNTED_MAX = 20_000;

/** Whether words are to be counted (never done, more than a day old, or twice as many papers), and if for the last reason. */
export const READ_COUNT_STATE = `
	SELECT held.papers IS NULL OR held.counted_at < $1::timestamptz - interval '1 day' OR listed.papers > 2 * held.papers AS "isDue",
		coalesce(listed.papers > 2 * held.papers, false) AS "hasDoubled"
	FROM (
		SELECT count(*)::int AS papers FROM (SELECT FROM papers WHERE edition_date IS NOT NULL LIMIT ${COUNTED_MAX}) AS latest
	) AS listed
	LEFT JOIN term_counts held ON held.term = ''`;

/**
 * Apart from where they are kept, as it takes seconds. Words of one paper need no row: a word that nobody has counted is as rare.
 */
export const COUNT_TERMS = `
	CREATE TEMP TABLE counted ON COMMIT DROP AS
	SELECT word AS term, ndoc AS papers FROM ts_stat($stat$
		SELECT ${WORDS} FROM (
			SELECT title, abstract FROM papers WHERE edition_date IS NOT NULL ORDER BY listed_at DESC, id LIMIT ${COUNTED_MAX}
		) AS latest
	$stat$) WHERE ndoc > 1 AND ${isTerm("word")}
	UNION ALL
	SELECT '', count(*)::int FROM (SELECT FROM papers WHERE edition_date IS NOT NULL LIMIT ${COUNTED_MAX}) AS latest`;

export const DELETE_TERM_COUNTS = "DELETE FROM term_counts";

export const INSERT_TERM_COUNTS =
	"INSERT INTO term_counts (term, papers, counted_at) SELECT term, papers, $1::timestamptz FROM counted";

/** Terms that were weighed among half as many papers are weighed anew: at twenty thousand papers for the last time. */
export const FORGET_INDEXED = "UPDATE papers SET indexed_at = NULL WHERE indexed_at IS NOT NULL";

/** More find no better papers, and cost room; with thirty, 4 % fewer of the similar papers have a topic in common. */
const TERMS_MAX = 40;

export const DELETE_PAPER_TERMS = "DELETE FROM paper_terms WHERE paper_id = ANY($1)";

/**
 * The words that weigh most. A weight is tf/(tf + 1.5) · √ln((N + 2)/n), for a word that stands tf times in this paper and in n of
 * N papers. Where two papers meet, two weights are multiplied: the root makes it the rarity once, as in BM25; without it, rare
 * words drown all others (a tenth fewer similar papers with a topic in common). Words of one paper are kept, though they find
 * nothing yet: a new name is what the next papers about it will share, and by then this one is not indexed again.
 */
export const INSERT_PAPER_TERMS = `
	INSERT INTO paper_terms (paper_id, term, weight)
	SELECT id, term, weight / sqrt(sum(weight ^ 2) OVER (PARTITION BY id))
	FROM (
		SELECT id, term, weight, row_number() OVER (PARTITION BY id ORDER BY weight DESC, term) AS place
		FROM (
			SELECT p.id, w.lexeme AS term, tf / (tf + 1.5) * sqrt(ln((total.papers + 2) / coalesce(c.papers, 1)::float8)) AS weight
			FROM papers p
			CROSS JOIN (SELECT papers FROM term_counts WHERE term = '') AS total
			CROSS JOIN LATERAL unnest(${WORDS}) AS w
			CROSS JOIN LATERAL (SELECT cardinality(w.positions)::float8 AS tf) AS counted
			LEFT JOIN term_counts c ON c.term = w.lexeme
			WHERE p.id = ANY($1) AND ${isTerm("w.lexeme")}
		) AS weighed
	) AS ranked
	WHERE place <= ${TERMS_MAX}`;
