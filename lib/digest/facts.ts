import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import { foldFacts, type PaperFacts } from "./criteria";

const factRows = z.array(
	z.object({
		id: z.string(),
		title: z.string(),
		abstract: z.string(),
		topics: z.array(z.string()),
		authors: z.array(z.string()),
		organization: z.array(z.string()),
	}),
);

/** What criteria are held against, of papers by id. */
export async function listFacts(ids: readonly string[]): Promise<Map<string, PaperFacts>> {
	const rows = await db().$queryRaw`
		SELECT p.id, p.title, p.abstract,
			ARRAY(SELECT unnest(ARRAY[t.slug, t.name]) FROM paper_topics pt JOIN topics t ON t.id = pt.topic_id WHERE pt.paper_id = p.id) AS topics,
			ARRAY(SELECT a.name FROM paper_authors a WHERE a.paper_id = p.id) AS authors,
			array_remove(ARRAY[o.slug, o.name], NULL) AS organization
		FROM papers p LEFT JOIN organizations o ON o.id = p.organization_id WHERE p.id = ANY(${ids})`;
	return new Map(factRows.parse(rows).map(({ id, ...texts }) => [id, foldFacts(texts)]));
}
