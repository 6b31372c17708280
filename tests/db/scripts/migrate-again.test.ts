import { expect, test, vi } from "vitest";
import { migrate, readMigrations } from "@/lib/db/migrate";
import { createTestDatabase } from "../database";
import { query } from "../query";

/** Stands in for the engine: whoever asks it must have had a reason. */
const asked = vi.hoisted(() => ({ times: 0 }));
vi.mock("@/lib/db/schema-engine", () => ({
	withSchemaEngine: async () => {
		asked.times += 1;
		return { appliedMigrationNames: ["by the engine"] };
	},
}));

const names = (await readMigrations()).migrationDirectories.map(({ path }) => path);
const last = names.at(-1);

test("a database that has every migration is known without the engine", async () => {
	expect(names.length).toBeGreaterThan(1);
	expect(await migrate(process.env.DATABASE_URL ?? "")).toEqual([]);
	expect(asked.times).toBe(0);
});

test.for([
	["has no ledger", `DROP TABLE "_prisma_migrations"`],
	["lacks one", `DELETE FROM "_prisma_migrations" WHERE migration_name = '${last}'`],
	["has one that has since been changed", `UPDATE "_prisma_migrations" SET checksum = repeat('0', 64)`],
	["has one that broke off", `UPDATE "_prisma_migrations" SET finished_at = NULL WHERE migration_name = '${last}'`],
	[
		"has one that was rolled back",
		`UPDATE "_prisma_migrations" SET rolled_back_at = now() WHERE migration_name = '${last}'`,
	],
	[
		"has one that we do not know",
		`UPDATE "_prisma_migrations" SET migration_name = 'by-a-newer-version' WHERE migration_name = '${last}'`,
	],
	[
		"has one more than we know",
		`INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at) VALUES ('x', 'x', 'newer', now())`,
	],
] as const)("one that %s is the engine's to judge", async ([, change]) => {
	const database = await createTestDatabase();
	await query(database.url, change);
	const before = asked.times;
	expect(await migrate(database.url)).toEqual(["by the engine"]);
	expect(asked.times).toBe(before + 1);
	await database.drop();
});

test("one that was rolled back and then applied is up to date", async () => {
	const database = await createTestDatabase();
	await query(
		database.url,
		`INSERT INTO "_prisma_migrations" (id, checksum, migration_name, rolled_back_at) VALUES ('x', 'x', '${last}', now())`,
	);
	expect(await migrate(database.url)).toEqual([]);
	await database.drop();
});
