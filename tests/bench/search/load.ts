import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { WRITE_SEARCH_COMPOUNDS, WRITE_SEARCH_DOCUMENTS, WRITE_SEARCH_WORDS } from "@/lib/ingest/search-sql";
import { slugify } from "@/lib/papers/slug";
import { createSeeded } from "../seeded";
import { countAuthors, makePapers, type SyntheticPaper } from "./synthetic";
import type { WordStatistics } from "./words";

const SEED = 7;
/** Connections that derive documents at the same time. */
const WORKERS = 2;
const BATCH = 2_000;

/**
 * Fills an empty, migrated database with so many synthetic papers, the same ones at each run, and makes them findable. The documents
 * are what the index job makes; their index and the counts are made afterwards and at once, as for a million one by one takes hours.
 */
export async function loadSynthetic(url: string, count: number, statistics: WordStatistics): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	await client.query("SET session_replication_role = replica");
	await client.query(
		"TRUNCATE editions, authors, topics, papers, search_lexemes, search_words, search_compounds CASCADE",
	);
	await copyPapers(client, count, statistics);
	await client.query("ANALYZE");
	await client.query("DROP INDEX paper_search_document_idx");
	const { rows } = await client.query<{ id: string }>("SELECT id FROM papers ORDER BY edition_date, id");
	await inBatches(
		rows.map(({ id }) => id),
		url,
	);
	await client.query("SET maintenance_work_mem = '1GB'; SET work_mem = '512MB'");
	await client.query("CREATE INDEX paper_search_document_idx ON paper_search USING gin (document)");
	await client.query(
		"INSERT INTO search_lexemes SELECT lexeme, count(*) FROM paper_search, unnest(tsvector_to_array(document)) AS lexeme GROUP BY 1",
	);
	await client.query("VACUUM ANALYZE");
	await client.end();
}

/** Derives documents and words over a few connections, each of which takes the next batch. */
async function inBatches(ids: string[], url: string): Promise<void> {
	const batches: string[][] = [];
	for (let at = 0; at < ids.length; at += BATCH) batches.push(ids.slice(at, at + BATCH));
	const work = async () => {
		const client = new pg.Client({ connectionString: url });
		await client.connect();
		await client.query("SET session_replication_role = replica");
		for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
			await client.query(WRITE_SEARCH_DOCUMENTS, [batch]);
			await client.query(WRITE_SEARCH_WORDS, [batch]);
			await client.query(WRITE_SEARCH_COMPOUNDS, [batch]);
		}
		await client.end();
	};
	await Promise.all(Array.from({ length: WORKERS }, work));
}

async function copyPapers(client: pg.Client, count: number, statistics: WordStatistics): Promise<void> {
	const papers = () => makePapers(count, statistics, createSeeded(SEED));
	const names = makeNames(count, statistics);
	const topics = statistics.keywords.map((name, id) => [id, `${slugify(name)}-${id}`, name, "keyword"]);
	await copy(client, "topics (id, slug, name, kind)", topics);
	await copy(client, "authors (id, slug, name)", authorRows(names));
	await copy(
		client,
		"papers (id, title, abstract, edition_date, listed_at, github_repo, import_source, imported_upvotes, keywords)",
		map(papers(), (paper) => [paperRow(paper, statistics)]),
	);
	await copy(
		client,
		"paper_authors (paper_id, position, author_id, name)",
		map(papers(), ({ id, authors }) =>
			authors.map((author, position) => [id, position, authorId(author), names[author] ?? ""]),
		),
	);
	await copy(
		client,
		"paper_topics (paper_id, topic_id, position)",
		map(papers(), ({ id, topics }) => topics.map((topic, position) => [id, topic, position])),
	);
	await client.query("INSERT INTO editions (date) SELECT DISTINCT edition_date FROM papers");
}

type Row = (string | number | null)[];

function paperRow(
	{ id, title, abstract, day, repo, upvotes, topics }: SyntheticPaper,
	{ keywords }: WordStatistics,
): Row {
	const list = `{${topics.map((topic) => `"${keywords[topic]}"`).join(",")}}`;
	return [id, title, abstract, day, `${day}T08:00:00Z`, repo, "file", upvotes, list];
}

function makeNames(papers: number, statistics: WordStatistics): string[] {
	const seeded = createSeeded(SEED);
	const word = () => statistics.nameWord(seeded);
	return Array.from({ length: countAuthors(papers) }, () => `${word()} ${word()}`);
}

/** Of those of one name, the first has the slug of it. */
function authorRows(names: readonly string[]): Row[] {
	const taken = new Set<string>();
	return names.map((name, index) => {
		const slug = slugify(name);
		const isFree = !taken.has(slug);
		taken.add(slug);
		return [authorId(index), isFree ? slug : `${slug}-${index}`, name];
	});
}

function authorId(index: number): string {
	return `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
}

function* map(papers: Iterable<SyntheticPaper>, toRows: (paper: SyntheticPaper) => Row[]): Generator<Row> {
	for (const paper of papers) yield* toRows(paper);
}

/** Rows as COPY takes them; no value of ours has a tab, a line break or a backslash in it. */
async function copy(client: pg.Client, table: string, rows: Iterable<Row>): Promise<void> {
	await pipeline(Readable.from(lines(rows)), client.query(copyFrom(`COPY ${table} FROM STDIN`)));
}

const CHUNK_ROWS = 1_000;

function* lines(rows: Iterable<Row>): Generator<string> {
	let chunk: string[] = [];
	for (const row of rows) {
		if (chunk.push(`${row.map((value) => value ?? "\\N").join("\t")}\n`) < CHUNK_ROWS) continue;
		yield chunk.join("");
		chunk = [];
	}
	yield chunk.join("");
}
