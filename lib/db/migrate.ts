import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { withSchemaEngine } from "./schema-engine";

const MIGRATIONS = path.resolve("prisma/migrations");

/** Two starts at once must not migrate side by side; the number is arbitrary but must never change. */
const MIGRATION_LOCK = 7_286_101;

/**
 * Applies what is missing of `prisma/migrations/` to a database, the way `prisma migrate deploy` does and with the same
 * engine (its WebAssembly build, as the native one has to be downloaded). Running again applies nothing.
 *
 * @param databaseUrl a Postgres connection string
 * @returns the names of the migrations that this run applied
 * @throws when a migration fails or when one that was applied has since been changed
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
	const lock = new pg.Client({ connectionString: databaseUrl });
	await lock.connect();
	try {
		await lock.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
		return await applyMigrations(databaseUrl);
	} finally {
		await lock.end();
	}
}

async function applyMigrations(databaseUrl: string): Promise<string[]> {
	const migrationsList = await readMigrations();
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
