import { once } from "node:events";
import { finished } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** Values as COPY takes them; none of ours has a tab, a line break or a backslash in it. */
type Value = string | number | boolean | null | Date;

const CHUNK = 1 << 17;

/**
 * Opens a COPY into a table over a connection of its own, past its triggers and foreign keys.
 *
 * @param target `table (column, …)`
 */
export async function openCopy(url: string, target: string) {
	const client = new pg.Client({ connectionString: url, options: "-c session_replication_role=replica" });
	await client.connect();
	const stream = client.query(copyFrom(`COPY ${target} FROM STDIN`));
	let chunk = "";
	return {
		write(...values: Value[]): void {
			chunk += `${values.map(toText).join("\t")}\n`;
		},
		/** Sends what is written if that is much, and waits while Postgres has too much. */
		async flush(): Promise<void> {
			if (chunk.length < CHUNK) return;
			const full = chunk;
			chunk = "";
			if (!stream.write(full)) await once(stream, "drain");
		},
		async close(): Promise<void> {
			stream.end(chunk);
			await finished(stream);
			await client.end();
		},
	};
}

export type TableCopy = Awaited<ReturnType<typeof openCopy>>;

function toText(value: Value): string {
	if (value === null) return "\\N";
	return value instanceof Date ? value.toISOString() : String(value);
}
