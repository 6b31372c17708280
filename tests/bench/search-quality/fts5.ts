import { DatabaseSync } from "node:sqlite";
import type { BenchPaper } from "./papers";
import { wordsOf } from "./questions";

/** BM25 as SQLite has it (FTS5), over the same texts, with all words OR-ed: https://www.sqlite.org/fts5.html */
export function openFts5(papers: readonly BenchPaper[], tokenizer: string): (text: string, limit: number) => string[] {
	const sqlite = new DatabaseSync(":memory:");
	sqlite.exec(
		`CREATE VIRTUAL TABLE papers USING fts5(
			id UNINDEXED, title, authors, organization, keywords, abstract, tokenize = '${tokenizer}'
		)`,
	);
	const insert = sqlite.prepare("INSERT INTO papers VALUES (?, ?, ?, ?, ?, ?)");
	sqlite.exec("BEGIN");
	for (const { id, title, authors, organization, keywords, abstract } of papers) {
		insert.run(id, title, authors.join(" "), organization ?? "", keywords.join(" "), abstract);
	}
	sqlite.exec("COMMIT");
	const select = sqlite.prepare("SELECT id FROM papers WHERE papers MATCH ? ORDER BY bm25(papers) LIMIT ?");
	return (text, limit) => {
		const words = wordsOf(text).map((word) => `"${word}"`);
		return select.all(words.join(" OR "), limit).map(({ id }) => String(id));
	};
}
