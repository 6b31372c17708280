import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { migrate, readMigrations } from "@/lib/db/migrate";
import { withSchemaEngine } from "@/lib/db/schema-engine";
import { describeCatalogue } from "./catalogue";
import { createTestDatabase } from "./database";
import { query } from "./query";

const schema = await readFile("prisma/schema.prisma", "utf8");
const names = (await readMigrations()).migrationDirectories.map(({ path }) => path);

test("the migrations make what schema.prisma says", async () => {
	const migrated = await describeCatalogue(databaseUrl());
	expect(migrated).toEqual(await catalogueOf(schema));
	expect(migrated.length).toBeGreaterThan(100);
});

test.for([
	["another type", /^(\s+title\s+)String$/m, "$1Int"],
	["another nullability", /^(\s+title\s+)String$/m, "$1String?"],
	["another default", /@default\(0\)/, "@default(1)"],
	["one index less", /^\s+@@index\(.*\n/m, ""],
	["one unique key less", / @unique/, ""],
	["another deletion rule", /onDelete: Cascade/, "onDelete: Restrict"],
	["another enum label", /^(\s+)huggingface$/m, "$1hugging_face"],
] as const)("the comparison sees %s", async ([, pattern, replacement]) => {
	expect(schema).toMatch(pattern);
	const changed = await catalogueOf(schema.replace(pattern, replacement));
	expect(changed).not.toEqual(await describeCatalogue(databaseUrl()));
});

test("migrating again applies nothing and changes nothing", async () => {
	const before = await describeEverything(databaseUrl());
	expect(await migrate(databaseUrl())).toEqual([]);
	expect(await describeEverything(databaseUrl())).toEqual(before);
});

test("two that migrate an empty database at once both succeed, and apply each migration once", async () => {
	const database = await createTestDatabase("template0");
	const [one, other] = await Promise.all([migrate(database.url), migrate(database.url)]);
	expect([...one, ...other]).toEqual(names);
	expect(await describeCatalogue(database.url)).toEqual(await describeCatalogue(databaseUrl()));
	const ledger = await query(database.url, `SELECT migration_name, applied_steps_count FROM "_prisma_migrations"`);
	expect(ledger).toEqual(names.map((name) => ({ migration_name: name, applied_steps_count: 1 })));
	await database.drop();
});

test("a migration that fails leaves nothing behind", async () => {
	const database = await createTestDatabase("template0");
	const migrations = await readMigrations();
	const half = `CREATE TABLE "half" ("id" INTEGER);\nSELECT 1 / 0;`;
	const failing = {
		path: "99999999999999_failing",
		migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: half } },
	};
	migrations.migrationDirectories.push(failing);
	const filters = { externalTables: [], externalEnums: [] };
	const applying = withSchemaEngine(database.url, (engine) =>
		engine.applyMigrations({ migrationsList: migrations, filters }),
	);
	await expect(applying).rejects.toThrow(failing.path);
	const open = `SELECT logs FROM "_prisma_migrations" WHERE finished_at IS NULL`;
	expect(await query(database.url, open)).toEqual([{ logs: expect.stringContaining("division by zero") }]);
	expect(await describeCatalogue(database.url)).toEqual(await describeCatalogue(databaseUrl()));
	// As with `prisma migrate deploy`, the next start then refuses until a person has looked at it.
	await expect(migrate(database.url)).rejects.toThrow();
	await database.drop();
});

function databaseUrl(): string {
	return process.env.DATABASE_URL ?? "";
}

/** The catalogue of a database that was made from the text of a `schema.prisma` alone, which has no word for extensions. */
async function catalogueOf(content: string): Promise<string[]> {
	const database = await createTestDatabase("template0");
	const difference = {
		from: { tag: "empty" as const },
		to: { tag: "schemaDatamodel" as const, files: [{ path: "schema.prisma", content }] },
		script: true,
		shadowDatabaseUrl: null,
		exitCode: null,
		filters: { externalTables: [], externalEnums: [] },
	};
	const { stdout } = await withSchemaEngine(database.url, (engine) => engine.diff(difference), content);
	await query(database.url, `CREATE EXTENSION pg_trgm; ${stdout ?? ""}`);
	const catalogue = await describeCatalogue(database.url);
	await database.drop();
	return catalogue;
}

/** The catalogue, and what Prisma's ledger holds. */
async function describeEverything(url: string): Promise<unknown[]> {
	return [await describeCatalogue(url), await query(url, `SELECT * FROM "_prisma_migrations" ORDER BY started_at`)];
}
