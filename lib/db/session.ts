import "server-only";
import pg from "pg";
import { env } from "../env";
import { noteDuration } from "./slow-statements";

/** Longer than any statement of a job takes. */
const STATEMENT_TIMEOUT_MS = 120_000;
const CONNECT_TIMEOUT_MS = 5_000;

/** A connection of one's own, or one inside a transaction. Values are bound: `$1`, `$2`, … in the text. */
export type Session = {
	query(sql: string, values?: unknown[]): Promise<{ rows: unknown[]; rowCount: number | null }>;
};

/**
 * Opens a connection beside Prisma's pool, for jobs that hold an advisory lock while they work: what the lock guards is
 * written over the connection that holds it, so that whoever loses the lock can no longer write. It goes past a pooler: one that
 * pools transactions would hand the lock to others.
 *
 * @throws what `use` throws; also when the connection breaks, as then the statement under way fails
 */
export async function withSession<Value>(use: (session: Session) => Promise<Value>): Promise<Value> {
	const client = new pg.Client({
		connectionString: env().DIRECT_DATABASE_URL,
		connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
		statement_timeout: STATEMENT_TIMEOUT_MS,
		application_name: "broadsheet job",
		// Days are UTC days, whatever the server's own zone.
		options: "-c TimeZone=UTC",
		keepAlive: true,
	});
	// A break between two statements: the next one fails and says so. Without a listener it would end the process.
	client.on("error", () => undefined);
	await client.connect();
	try {
		return await use({ query: (sql, values) => queryTimed(client, sql, values) });
	} finally {
		await client.end();
	}
}

async function queryTimed(client: pg.Client, sql: string, values: unknown[] | undefined) {
	const begun = performance.now();
	try {
		return await client.query(sql, values);
	} finally {
		noteDuration(sql, performance.now() - begun);
	}
}

/** Runs `work` as one transaction. `keep: false` undoes all of it at the end: what would happen, without it happening. */
export async function inTransaction<Value>(
	session: Session,
	work: () => Promise<Value>,
	options: { keep: boolean } = { keep: true },
): Promise<Value> {
	await session.query("BEGIN");
	let value: Value;
	try {
		value = await work();
	} catch (error) {
		// A connection that can't roll back is gone, and what it had begun with it; why is what `error` says.
		await session.query("ROLLBACK").catch(() => undefined);
		throw error;
	}
	await session.query(options.keep ? "COMMIT" : "ROLLBACK");
	return value;
}
