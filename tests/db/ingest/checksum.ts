import { query } from "../query";

/** All that an ingest writes, but for what is of the moment: the database's own ids and when a row was made. */
const CONTENTS = {
	papers: `SELECT to_jsonb(p) - '{organization_id,created_at,updated_at,indexed_at}'::text[] || jsonb_build_object('organization', o.slug) AS row
		FROM papers p LEFT JOIN organizations o ON o.id = p.organization_id`,
	authors: "SELECT jsonb_build_array(slug, name) AS row FROM authors",
	paper_authors: `SELECT jsonb_build_array(pa.paper_id, pa.position, pa.name, a.slug) AS row
		FROM paper_authors pa JOIN authors a ON a.id = pa.author_id`,
	organizations: "SELECT jsonb_build_array(slug, name, logo_url, seen_at) AS row FROM organizations",
	editions: "SELECT jsonb_build_array(date, is_sample) AS row FROM editions",
	vote_snapshots: "SELECT to_jsonb(s) AS row FROM vote_snapshots s",
};

/** A line a table: how many rows, and a sum of what they hold. The same exactly if two databases hold the same. */
export async function checksum(databaseUrl: string): Promise<string[]> {
	const lines = Object.entries(CONTENTS).map(async ([table, sql]) => {
		const found = await query<{ sum: string }>(
			databaseUrl,
			`SELECT count(*) || ' ' || coalesce(md5(string_agg(row::text, E'\\n' ORDER BY row::text COLLATE "C")), '') AS sum
			FROM (${sql}) rows`,
		);
		return `${table} ${found[0]?.sum}`;
	});
	return Promise.all(lines);
}
