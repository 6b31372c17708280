import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm";
import pg from "pg";

const MIGRATIONS = path.resolve("prisma/migrations");

/** Two starts at once must not migrate side by side; the number is arbitrary but must never change. */
const MIGRATION_LOCK = 7_286_101;

/** Another start that migrates gets this long, and a server that does not answer this long. */
const LOCK_TIMEOUT = "10min";
const CONNECT_TIMEOUT_MS = 10_000;

const NO_SUCH_TABLE = "42P01";

/**
 * Applies what is missing of `prisma/migrations/` to a database, the way `prisma migrate deploy` does and with the same
 * engine (its WebAssembly build, as the native one has to be downloaded). Running again applies nothing.
 *
 * @param databaseUrl a Postgres connection string
 * @returns the names of the migrations that this run applied
 * @throws when a migration fails or when one that was applied has since been changed
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
	const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
	await client.connect();
	try {
		const migrations = await readMigrations();
		if (await isUpToDate(client, migrations)) return [];
		await client.query(`SET lock_timeout = '${LOCK_TIMEOUT}'`);
		await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
		return await applyMigrations(databaseUrl, migrations);
	} finally {
		await client.end();
	}
}

/**
 * Whether the ledger holds exactly these migrations, each of them finished and unchanged since. The engine would say the
 * same, but takes half a second to load, and each start asks. Whatever else the ledger says is the engine's to judge.
 */
async function isUpToDate(client: pg.Client, { migrationDirectories }: MigrationList): Promise<boolean> {
	const committed = migrationDirectories.map(({ path: name, migrationFile: { content } }) =>
		content.tag === "ok" ? `${name} ${createHash("sha256").update(content.value).digest("hex")}` : `${name} unreadable`,
	);
	const applied = await readLedger(client);
	return applied?.length === committed.length && committed.every((migration) => applied.includes(migration));
}

/** Prisma's record of what was applied, one line a migration; undefined where there is none or where one broke off. */
async function readLedger(client: pg.Client): Promise<string[] | undefined> {
	try {
		const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
			`SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
			FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
		);
		return rows.every(({ finished }) => finished) ? rows.map(({ name, checksum }) => `${name} ${checksum}`) : undefined;
	} catch (error) {
		if (error instanceof pg.DatabaseError && error.code === NO_SUCH_TABLE) return undefined;
		throw error;
	}
}

async function applyMigrations(databaseUrl: string, migrationsList: MigrationList): Promise<string[]> {
	const { withSchemaEngine } = await import("./schema-engine");
	const filters = { externalTables: [], externalEnums: [] };
	const result = await withSchemaEngine(databaseUrl, (engine) => engine.applyMigrations({ migrationsList, filters }));
	return result.appliedMigrationNames;
}

/** The committed migrations, in the shape that the engine takes. */
export async function readMigrations(): Promise<MigrationList> {
	const entries = await readdir(MIGRATIONS, { withFileTypes: true });
	const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
	return {
		baseDir: MIGRATIONS,
		lockfile: {
			path: "migration_lock.toml",
			content: await readFile(path.join(MIGRATIONS, "migration_lock.toml"), "utf8"),
		},
		shadowDbInitScript: "",
		migrationDirectories: await Promise.all(
			names.sort().map(async (name) => ({
				path: name,
				migrationFile: {
					path: "migration.sql",
					content: { tag: "ok" as const, value: await readFile(path.join(MIGRATIONS, name, "migration.sql"), "utf8") },
				},
			})),
		),
	};
}
