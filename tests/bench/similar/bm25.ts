import { DatabaseSync } from "node:sqlite";
import type { PaperId } from "@/lib/papers/ids";
import type { JudgedPaper } from "./judge";

/** BM25 as SQLite has it (FTS5, https://www.sqlite.org/fts5.html), over title and abstract, with the words of a paper's title OR-ed. */
export function searchByTitle(papers: readonly JudgedPaper[]): (paper: JudgedPaper, limit: number) => PaperId[] {
	const sqlite = new DatabaseSync(":memory:");
	sqlite.exec("CREATE VIRTUAL TABLE papers USING fts5(id UNINDEXED, title, abstract, tokenize = 'porter unicode61')");
	const insert = sqlite.prepare("INSERT INTO papers VALUES (?, ?, ?)");
	sqlite.exec("BEGIN");
	for (const { id, title, abstract } of papers) insert.run(id, title, abstract);
	sqlite.exec("COMMIT");
	const select = sqlite.prepare("SELECT id FROM papers WHERE papers MATCH ? AND id <> ? ORDER BY bm25(papers) LIMIT ?");
	return ({ id, title }, limit) => {
		const words = (title.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `"${word}"`);
		return select.all(words.join(" OR "), id, limit).map((row) => String(row.id) as PaperId);
	};
}
