import pg from "pg";
import type { PaperId } from "@/lib/papers/ids";

export type JudgedPaper = {
	id: PaperId;
	title: string;
	abstract: string;
	organization: string | null;
	topics: ReadonlySet<string>;
};

/** A topic that more papers share says little of two of them. */
const RARE_SHARE = 0.01;

export async function readPapers(url: string): Promise<JudgedPaper[]> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		const { rows } = await client.query<Omit<JudgedPaper, "topics"> & { topics: string[] }>(`
			SELECT p.id, p.title, p.abstract, p.organization_id AS organization,
				ARRAY(SELECT t.slug FROM paper_topics pt JOIN topics t ON t.id = pt.topic_id WHERE pt.paper_id = p.id) AS topics
			FROM papers p ORDER BY p.id`);
		return rows.map((row) => ({ ...row, topics: new Set(row.topics) }));
	} finally {
		await client.end();
	}
}

/** Adds up, over papers, how many of those found for each have something in common with it. */
export function createJudge(papers: readonly JudgedPaper[], shown: number) {
	const byId = new Map(papers.map((paper) => [paper.id, paper]));
	const counts = new Map<string, number>();
	for (const { topics } of papers) for (const topic of topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
	const isRare = (topic: string) => (counts.get(topic) ?? 0) <= papers.length * RARE_SHARE;
	const found = { any: 0, rare: 0, asked: 0 };
	return {
		/** Fewer than are shown count as ones with nothing in common. */
		add(paper: JudgedPaper, ids: readonly PaperId[]): void {
			found.asked += shown;
			for (const id of ids) {
				const other = byId.get(id);
				if (other === undefined) continue;
				const shared = [...paper.topics].filter((topic) => other.topics.has(topic));
				const isSameOrganization = paper.organization !== null && paper.organization === other.organization;
				if (isSameOrganization || shared.length > 0) found.any++;
				if (isSameOrganization || shared.some(isRare)) found.rare++;
			}
		},
		any: () => found.any / found.asked,
		rare: () => found.rare / found.asked,
	};
}
