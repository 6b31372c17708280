import { z } from "zod";
import { query } from "../../db/query";

const paper = z.object({
	id: z.string(),
	title: z.string(),
	abstract: z.string(),
	authors: z.string().array(),
	organization: z.string().nullable(),
	keywords: z.string().array(),
	aiSummary: z.string().nullable(),
});

/** A paper with the texts that are searched, and its machine-made summary, which is not. */
export type BenchPaper = z.infer<typeof paper>;

export async function readBenchPapers(url: string): Promise<BenchPaper[]> {
	const rows = await query(
		url,
		`SELECT p.id, p.title, p.abstract, p.keywords, o.name AS organization, p.ai_summary AS "aiSummary",
			ARRAY(SELECT name FROM paper_authors WHERE paper_id = p.id ORDER BY position) AS authors
		FROM papers p LEFT JOIN organizations o ON o.id = p.organization_id ORDER BY p.id`,
	);
	return paper.array().parse(rows);
}
