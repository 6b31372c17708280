import { expect, test } from "vitest";
import { indexPapers } from "@/lib/ingest/index-papers";
import { loadCorpus } from "../../bench/corpus/load";
import { query } from "../query";

const PAPERS = 300;

/** What is derived of papers, each as lines that are the same exactly if what is derived is. */
const DERIVED = {
	votes: `SELECT p.id, p.local_upvotes, count(v) AS rows FROM papers p LEFT JOIN votes v ON v.paper_id = p.id
		GROUP BY p.id HAVING p.local_upvotes <> count(v)`,
	comments: `SELECT p.id, p.local_comments FROM papers p LEFT JOIN comments c ON c.paper_id = p.id
		GROUP BY p.id HAVING p.local_comments <> count(c)`,
	rising:
		"SELECT id, rising, compute_rising(p) FROM papers p WHERE rising <> compute_rising(p) AND NOT abs(rising - compute_rising(p)) < 1e-6",
	counts: `SELECT id FROM papers p WHERE (imported_upvotes, captured_at)
		IS DISTINCT FROM (SELECT (upvotes, captured_at) FROM vote_snapshots WHERE paper_id = p.id ORDER BY captured_at DESC LIMIT 1)`,
};

const INDEXED = {
	topics: `SELECT paper_id, slug, name, kind, position, pt.edition_date::text FROM paper_topics pt JOIN topics t ON t.id = topic_id ORDER BY 1, 5`,
	terms: "SELECT paper_id, term, round(weight::numeric, 4)::text AS weight FROM paper_terms ORDER BY 1, 2",
	documents: "SELECT paper_id, document::text FROM paper_search ORDER BY 1",
	lexemes: "SELECT * FROM search_lexemes WHERE papers > 0 ORDER BY 1",
	words: "SELECT * FROM search_words ORDER BY 1",
	compounds: "SELECT * FROM search_compounds ORDER BY 1",
	counted: "SELECT term, papers FROM term_counts ORDER BY 1",
};

test("a corpus holds what the app would have derived of it", { timeout: 120_000 }, async () => {
	const url = process.env.DATABASE_URL ?? "";
	await loadCorpus(url, { papers: PAPERS, voters: 500 });
	for (const [name, sql] of Object.entries(DERIVED)) expect([name, await query(url, sql)]).toEqual([name, []]);
	expect(await query(url, "SELECT count(*)::int AS papers FROM papers")).toEqual([{ papers: PAPERS }]);

	const loaded = await readAll(url);
	await query(url, "DELETE FROM search_words; DELETE FROM search_compounds; DELETE FROM term_counts");
	await query(url, "DELETE FROM paper_search; UPDATE papers SET indexed_at = NULL");
	await indexPapers({ now: new Date() });
	const derived = await readAll(url);
	for (const name of Object.keys(INDEXED)) {
		expect(loaded.get(name)?.length).toBeGreaterThan(100);
		expect([name, derived.get(name)]).toEqual([name, loaded.get(name)]);
	}
});

async function readAll(url: string): Promise<Map<string, unknown[]>> {
	const all = new Map<string, unknown[]>();
	for (const [name, sql] of Object.entries(INDEXED)) all.set(name, await query(url, sql));
	return all;
}
