import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { typescriptArguments } from "../../scripts/bootstrap/database.mjs";
import { runQuietly } from "../../scripts/bootstrap/processes.mjs";
import { root } from "../../scripts/bootstrap/root.mjs";
import { testEnvironment } from "../env";
import { query } from "./query";
import { TEMPLATE } from "./template";
import { startTestPostgres } from "./test-postgres";

declare module "vitest" {
	interface ProvidedContext {
		/** Connects as superuser to the database `postgres` of the run's own server. */
		adminUrl: string;
	}
}

/** Starts the one Postgres of this run, and migrates the template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const folder = await mkdtemp(path.join(os.tmpdir(), "broadsheet-db-tests-"));
	const postgres = await startTestPostgres({ folder, database: TEMPLATE });
	const tearDown = async () => {
		await postgres.stop();
		await rm(folder, { recursive: true, force: true });
	};
	try {
		// In a process of its own, as the schema engine does not load in the one that vitest runs this file in.
		await runQuietly({
			command: process.execPath,
			args: typescriptArguments(root, "scripts/migrate.ts"),
			cwd: root,
			env: { ...process.env, ...testEnvironment({ DATABASE_URL: postgres.url(TEMPLATE) }) },
			problem: "The template database could not be migrated",
		});
		const adminUrl = postgres.url("postgres");
		await query(adminUrl, `ALTER DATABASE ${TEMPLATE} WITH ALLOW_CONNECTIONS false`);
		project.provide("adminUrl", adminUrl);
		return tearDown;
	} catch (error) {
		await tearDown();
		throw error;
	}
}
