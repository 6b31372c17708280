import { Failure } from "../../../scripts/bootstrap/failure.mjs";
import { SERVER_VARIABLE } from "./server-variable";
import { startServer } from "./start-server";

/** Starts the server that the tests share, and tells them where it is. */
export default async function setup(): Promise<() => Promise<void>> {
	// Playwright leaves SIGTERM alone; what we have started is stopped on the way out.
	process.once("SIGTERM", () => process.exit(143));
	try {
		const { url, databaseUrl, outboxDir, cronSecret, stop } = await startServer();
		process.env[SERVER_VARIABLE] = JSON.stringify({ url, databaseUrl, outboxDir, cronSecret });
		return stop;
	} catch (error) {
		// Playwright prints no more of an error than its message.
		if (error instanceof Failure && error.output) error.message += `\n\n${error.output}`;
		throw error;
	}
}
