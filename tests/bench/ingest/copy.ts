import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";

/** What an ingest writes, parents before children. */
const TABLES = ["editions", "organizations", "authors", "papers", "paper_authors", "vote_snapshots"];

export type Rows = Map<string, Buffer[]>;

export async function emptyTables(url: string): Promise<void> {
	await withClient(url, (client) => client.query(`TRUNCATE ${TABLES.join(", ")}, ingest_runs CASCADE`));
}

/** The tables' rows, as COPY gives and takes them. */
export async function dumpRows(url: string): Promise<Rows> {
	return withClient(url, async (client) => {
		const rows: Rows = new Map();
		for (const table of TABLES) rows.set(table, await client.query(copyTo(`COPY ${table} TO STDOUT`)).toArray());
		return rows;
	});
}

/** Writes rows by COPY alone, as one transaction, with every key, index and check of the tables in place. */
export async function copyRows(url: string, rows: Rows): Promise<void> {
	await withClient(url, async (client) => {
		await client.query("BEGIN");
		for (const [table, chunks] of rows) {
			await pipeline(Readable.from(chunks), client.query(copyFrom(`COPY ${table} FROM STDIN`)));
		}
		await client.query("COMMIT");
	});
}

async function withClient<Value>(url: string, use: (client: pg.Client) => Promise<Value>): Promise<Value> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return await use(client);
	} finally {
		await client.end();
	}
}
