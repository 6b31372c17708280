import { test as base } from "@playwright/test";
import { Failure } from "../../scripts/bootstrap/failure.mjs";
import { type Outbox, openOutbox } from "./outbox";
import { type ServerInfo, startServer, type TestServer } from "./server/start-server";

export { expect } from "@playwright/test";

const SERVER_LIMIT_MS = 120_000;

type TestFixtures = {
	/** the mails of the shared server */
	outbox: Outbox;
	/** a server for this test alone, which may stop its database; it is not what relative addresses mean */
	privateServer: TestServer;
};

type WorkerFixtures = {
	/** shared by all tests that one worker runs, one after the other */
	server: ServerInfo;
};

/** `test` with the servers. Relative addresses in `page.goto` and `request` are the shared server's. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
	server: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that the fixture needs no other.
		async ({}, use) => {
			const server = await startServer().catch((error) => {
				// Playwright prints no more of an error than its message.
				if (error instanceof Failure && error.output) error.message += `\n\n${error.output}`;
				throw error;
			});
			await use(server);
			await server.stop();
		},
		{ scope: "worker", timeout: SERVER_LIMIT_MS },
	],
	baseURL: async ({ server }, use) => use(server.url),
	outbox: async ({ server }, use) => use(openOutbox(server.outboxDir)),
	privateServer: [
		// biome-ignore lint/correctness/noEmptyPattern: as above.
		async ({}, use) => {
			const server = await startServer();
			await use(server);
			await server.stop();
		},
		{ timeout: SERVER_LIMIT_MS },
	],
});
