import { test as base } from "@playwright/test";
import { type Outbox, openOutbox } from "./outbox";
import { SERVER_VARIABLE } from "./server/server-variable";
import { type ServerInfo, startServer, type TestServer } from "./server/start-server";

export { expect } from "@playwright/test";

const PRIVATE_SERVER_LIMIT_MS = 120_000;

type TestFixtures = {
	/** the mails of the shared server */
	outbox: Outbox;
	/** a server for this test alone, which may stop its database; it is not what relative addresses mean */
	privateServer: TestServer;
};

/** `test` with the servers. Relative addresses in `page.goto` and `request` are the shared server's. */
export const test = base.extend<TestFixtures, { server: ServerInfo }>({
	server: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that the fixture needs no other.
		async ({}, use) => {
			const text = process.env[SERVER_VARIABLE];
			if (text === undefined) throw new Error("the global set-up has not run");
			await use(JSON.parse(text));
		},
		{ scope: "worker" },
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
		{ timeout: PRIVATE_SERVER_LIMIT_MS },
	],
});
