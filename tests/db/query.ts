import pg from "pg";

/** Runs one statement over a connection of its own, for what the app itself never does: making databases, looking into catalogues. */
export async function query<Row extends pg.QueryResultRow>(
	url: string,
	sql: string,
	values: readonly unknown[] = [],
): Promise<Row[]> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return (await client.query<Row>(sql, [...values])).rows;
	} finally {
		await client.end();
	}
}
