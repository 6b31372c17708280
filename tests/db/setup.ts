import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { createTestDatabase } from "./database";

/**
 * Runs before each test file, which thereby has a migrated, empty database and an outbox to itself: what it imports of the
 * app finds both in the environment.
 */
const database = await createTestDatabase();
const outbox = await mkdtemp(path.join(os.tmpdir(), "broadsheet-outbox-"));
process.env.DATABASE_URL = database.url;
process.env.OUTBOX_DIR = outbox;

afterAll(async () => {
	const { __broadsheetDb } = globalThis as { __broadsheetDb?: { $disconnect(): Promise<void> } };
	await __broadsheetDb?.$disconnect();
	await database.drop();
	await rm(outbox, { recursive: true, force: true });
});
