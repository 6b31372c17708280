import { archivePath } from "../archive";
import { query } from "../db/query";
import { withBenchPostgres } from "./search/postgres";
import { openFts5 } from "./search-quality/fts5";
import { makeQuestions, measure, PLACES, type Quality } from "./search-quality/measure";
import { readBenchPapers } from "./search-quality/papers";

const QUESTIONS = 1_000;
/** With and without stemming: which is better depends on the questions. */
const TOKENIZERS = ["unicode61", "porter unicode61"];

/**
 * `npm run bench -- search-quality [--tuning]`: how well a thousand papers of the archive are found by a half-remembered title, by
 * words of their summaries (which nothing searches), and by keywords and a name; beside BM25 over the same texts. `--tuning` asks
 * about other papers, by which weights may be chosen.
 */
export async function run(args: string[]): Promise<void> {
	const archive = archivePath();
	if (archive === undefined) return say("skipped: ../shared/data is not there (SHARED_DATA moves it)");
	await withBenchPostgres(async (url) => {
		await ingest(url, archive);
		const { searchPapers } = await import("@/lib/search/queries");
		const { parseQuery } = await import("@/lib/search/query");
		const ours = async (text: string) =>
			(await searchPapers(parseQuery(text).query, { order: "relevance", limit: PLACES, offset: 0 })).ids;
		const papers = await readBenchPapers(url);
		const set = args.includes("--tuning") ? "tuning" : "judged";
		for (const [name, questions] of Object.entries(makeQuestions(papers, set, QUESTIONS))) {
			say(`${name}, ${questions.length} ${set} papers: MRR@${PLACES}, recall@${PLACES}`);
			say(`  ours ${describe(await measure(questions, ours))}`);
			for (const tokenizer of TOKENIZERS) {
				const search = openFts5(papers, tokenizer);
				say(`  BM25 (${tokenizer}) ${describe(await measure(questions, (text) => search(text, PLACES)))}`);
			}
		}
	});
}

async function ingest(url: string, archive: string): Promise<void> {
	const { runIngest } = await import("@/lib/ingest/run");
	const { papersFile } = await import("@/lib/ingest/windows");
	const { indexPapers } = await import("@/lib/ingest/index-papers");
	const now = new Date();
	await runIngest({ now, source: "file", windows: [papersFile(archive)] });
	const startedAt = performance.now();
	const { indexed } = await indexPapers({ now });
	say(`indexed ${indexed} papers in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
	await query(url, "ANALYZE");
}

function describe({ mrr, recall }: Quality): string {
	return `${mrr.toFixed(3)}, ${recall.toFixed(3)}`;
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}
