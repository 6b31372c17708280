import type { Session } from "../db/session";

/**
 * The statements that make papers findable, in the order in which they run, after a paper's topics are written. `$1` is the ids of
 * some hundred papers. What a document is made of: `search_document` in prisma/migrations/20261124210000_search.
 */

const SHOWN = "edition_date IS NOT NULL AND hidden_at IS NULL";

const DELETE_SEARCH_DOCUMENTS = `
	DELETE FROM paper_search USING papers p WHERE paper_id = p.id AND p.id = ANY($1) AND NOT (${SHOWN})`;

const WRITE_SEARCH_DOCUMENTS = `
	INSERT INTO paper_search AS held (paper_id, document)
	SELECT p.id, search_document(p) FROM papers p WHERE p.id = ANY($1) AND ${SHOWN} ORDER BY p.id
	ON CONFLICT (paper_id) DO UPDATE SET document = excluded.document WHERE held.document <> excluded.document`;

/** All that is searched of the papers, whose words are taken down as they are spelled. */
const TEXTS = `
	SELECT concat_ws(' ', t.title, t.names, t.keywords, t.abstract) AS text
	FROM papers p CROSS JOIN LATERAL search_texts(p) t WHERE p.id = ANY($1) AND ${SHOWN}`;

const LEXEME = "unnest(tsvector_to_array(to_tsvector('pg_catalog.english', word))) AS lexeme";

const WRITE_SEARCH_WORDS = `
	INSERT INTO search_words (word, lexeme)
	SELECT word, lexeme
	FROM (SELECT DISTINCT word FROM (${TEXTS}) AS texts, string_to_table(fold_words(text), ' ') AS word) AS found
	CROSS JOIN LATERAL ${LEXEME}
	WHERE length(word) BETWEEN 2 AND 40 AND NOT EXISTS (SELECT FROM search_words s WHERE s.word = found.word)
	ORDER BY word
	ON CONFLICT DO NOTHING`;

/** By letters alone and without single ones: 4-2 is not 42. */
const WRITE_SEARCH_COMPOUNDS = `
	INSERT INTO search_compounds (word, lexeme, parts)
	SELECT word, lexeme, parts
	FROM (
		SELECT replace(parts, ' ', '') AS word, min(parts) AS parts
		FROM (${TEXTS}) AS texts, split_compounds(text) AS parts
		WHERE parts ~ '^[[:alpha:]]{2,}( [[:alpha:]]{2,})+$' GROUP BY 1
	) AS found
	CROSS JOIN LATERAL ${LEXEME}
	WHERE length(word) <= 40 AND NOT EXISTS (SELECT FROM search_compounds c WHERE c.word = found.word)
	ORDER BY word
	ON CONFLICT DO NOTHING`;

/** A GIN index collects what is written and searches all of it one by one until it is sorted in. */
const SORT_SEARCH_INDEX = "SELECT gin_clean_pending_list('paper_search_document_idx')";

/**
 * Makes papers findable as they are now, or unfindable where they are not shown. Their topics are written before.
 *
 * @param ids of some hundred papers, locked by this transaction, in turns with others who write papers (`lockBatches`)
 */
export async function writeSearch(session: Session, ids: readonly string[]): Promise<void> {
	await session.query(DELETE_SEARCH_DOCUMENTS, [ids]);
	await session.query(WRITE_SEARCH_DOCUMENTS, [ids]);
	await session.query(WRITE_SEARCH_WORDS, [ids]);
	await session.query(WRITE_SEARCH_COMPOUNDS, [ids]);
	await session.query(SORT_SEARCH_INDEX);
}
