import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import { type PaperId, parsePaperId } from "./ids";

const idRows = z.array(z.object({ id: z.string() }));

/**
 * The listed papers that share most with one in title and abstract, the nearest first: by the cosine of their terms' weights,
 * which the index job derives (lib/ingest/index-sql.ts). None for a paper that is not indexed yet.
 */
export async function listSimilar(id: PaperId, limit: number): Promise<PaperId[]> {
	const rows = await db().$queryRaw`
		SELECT near.paper_id AS id
		FROM (
			SELECT other.paper_id, sum(own.weight * other.weight) AS nearness
			FROM paper_terms own JOIN paper_terms other USING (term)
			WHERE own.paper_id = ${id} AND other.paper_id <> ${id}
			GROUP BY other.paper_id
		) near
		JOIN papers p ON p.id = near.paper_id
		WHERE p.hidden_at IS NULL AND p.edition_date IS NOT NULL
		ORDER BY near.nearness DESC, near.paper_id LIMIT ${limit}`;
	return idRows.parse(rows).flatMap((row) => parsePaperId(row.id) ?? []);
}
