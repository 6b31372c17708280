import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import type { PaperId } from "./ids";

/**
 * How many entries of `paper_terms` are read to find candidates, by estimate. Where a paper's terms stand in more papers than that,
 * its commonest ones are left out here, so that the time stays the same however many papers there are.
 */
const ENTRIES_MAX = 1500;

/** Papers that are then compared by all terms: so a tenth of the entries finds papers that have nearly as much in common. */
const CANDIDATES = 100;

const similarRow = z.object({ id: z.string().transform((id) => id as PaperId) });

/**
 * The listed papers that have most in common with one, by the words of title and abstract that tell them from others
 * (lib/ingest/index-sql.ts): the most similar first, equals by id. Fewer than `limit`, or none, where nothing is in common or the
 * paper is not indexed yet.
 */
export async function listSimilar(id: PaperId, limit: number): Promise<PaperId[]> {
	const rows = await db().$queryRaw`
		WITH own AS MATERIALIZED (
			SELECT term, weight, sum(entries) OVER (ORDER BY entries, term) AS read
			FROM (
				SELECT m.term, m.weight, coalesce(c.papers, 1) * greatest(size.growth, 1) AS entries
				FROM paper_terms m
				LEFT JOIN LATERAL (SELECT papers FROM term_counts WHERE term = m.term OFFSET 0) c ON true
				CROSS JOIN (
					SELECT (SELECT reltuples FROM pg_class WHERE oid = 'papers'::regclass)
						/ (SELECT nullif(papers, 0) FROM term_counts WHERE term = '') AS growth
				) AS size
				WHERE m.paper_id = ${id}
			) AS estimated
		), candidates AS MATERIALIZED (
			SELECT paper_id
			FROM (
				SELECT o.paper_id, sum(o.weight * m.weight) AS score
				FROM own m JOIN paper_terms o USING (term)
				WHERE m.read <= ${ENTRIES_MAX} AND o.paper_id <> ${id}
				GROUP BY o.paper_id ORDER BY score DESC, o.paper_id OFFSET 0
			) AS found
			JOIN papers p ON p.id = paper_id
			WHERE p.hidden_at IS NULL AND p.edition_date IS NOT NULL
			ORDER BY score DESC, paper_id LIMIT ${CANDIDATES}
		)
		SELECT paper_id AS id
		FROM candidates CROSS JOIN LATERAL (
			SELECT sum(o.weight * m.weight) AS score
			FROM paper_terms o JOIN own m USING (term) WHERE o.paper_id = candidates.paper_id
		) AS compared
		ORDER BY score DESC, paper_id LIMIT ${limit}`;
	return z
		.array(similarRow)
		.parse(rows)
		.map((row) => row.id);
}
