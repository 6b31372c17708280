import { query } from "../../db/query";

/** Tables whose rows come by COPY: their indexes are made afterwards, each in one go. */
const TABLES = [
	"papers",
	"paper_authors",
	"paper_topics",
	"paper_terms",
	"paper_search",
	"vote_snapshots",
	"votes",
	"comments",
	"authors",
	"topics",
	"search_lexemes",
	"search_words",
	"search_compounds",
];
/** Cores that a bench has. */
const AT_ONCE = 2;

/** Keys to which others refer stay, as all of these would have to go with them. */
const FIND = `
	SELECT i.indrelid::regclass::text AS "table", i.indexrelid::regclass::text AS name, c.conname AS key,
		CASE WHEN c.oid IS NULL THEN pg_get_indexdef(i.indexrelid)
			ELSE format('ALTER TABLE %s ADD CONSTRAINT %I %s', i.indrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) END AS make
	FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.contype IN ('p', 'u')
	WHERE i.indrelid = ANY($1::regclass[])
		AND NOT EXISTS (SELECT FROM pg_constraint f WHERE f.contype = 'f' AND f.conindid = i.indexrelid)
	ORDER BY pg_table_size(i.indrelid) DESC`;

type Index = { table: string; name: string; key: string | null; make: string };

/**
 * Takes the indexes of the large tables away.
 *
 * @returns makes them again, and looks through the tables for the planner
 */
export async function withoutIndexes(url: string): Promise<() => Promise<void>> {
	const indexes = await query<Index>(url, FIND, [TABLES]);
	for (const { table, name, key } of indexes)
		await query(url, key === null ? `DROP INDEX ${name}` : `ALTER TABLE ${table} DROP CONSTRAINT "${key}"`);
	return async () => {
		// One table after the other over the same connection, as adding a key waits for all else on its table.
		const waiting = [...Map.groupBy(indexes, ({ table }) => table).values()].map((some) =>
			some.map(({ make }) => make),
		);
		const work = async () => {
			for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
				await query(url, `SET maintenance_work_mem = '1GB'; ${next.join("; ")}`);
		};
		await Promise.all(Array.from({ length: AT_ONCE }, work));
		await query(url, "VACUUM (ANALYZE)");
	};
}
