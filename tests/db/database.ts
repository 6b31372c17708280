import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { query } from "./query";
import { TEMPLATE } from "./template";

export type TestDatabase = { url: string; drop(): Promise<void> };

/**
 * Makes a database of a test's own. Every test file has one already, in DATABASE_URL; this is for tests that need another.
 *
 * @param template `template0` for an empty one
 */
export async function createTestDatabase(template: typeof TEMPLATE | "template0" = TEMPLATE): Promise<TestDatabase> {
	const adminUrl = inject("adminUrl");
	const name = `test_${randomUUID().replaceAll("-", "")}`;
	await query(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
	const url = new URL(adminUrl);
	url.pathname = name;
	return {
		url: url.href,
		drop: async () => void (await query(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`)),
	};
}
