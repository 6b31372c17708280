/** Serves the build, as `next start` does and with its flags, and with whole error pages. */
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import compression from "compression";
import next from "next";
import { localAddress } from "./bootstrap/listen.mjs";
import { root } from "./bootstrap/root.mjs";
import { noteClientAddress } from "./site/client-address.mjs";
import { readErrorPages, sendWholeErrorPages } from "./site/error-pages.mjs";
import { createFinishedPages } from "./site/finished-pages.mjs";
import { sendScriptsLate } from "./site/late-scripts.mjs";
import { dropPagesAt, followRenewals } from "./site/renewals.mjs";
import { createStaticFiles } from "./site/static-files.mjs";

const { values } = parseArgs({
	options: { port: { type: "string", short: "p", default: "3000" }, hostname: { type: "string", short: "H" } },
});
const port = Number(values.port);
const { hostname } = values;

const pages = readErrorPages(root);
const app = next({ dir: root, dev: false, port, ...(hostname && { hostname }) });
await app.prepare();
const handle = app.getRequestHandler();

const serveStatic = createStaticFiles(root);
const compress = compression();
const sendFinished = createFinishedPages();

const stopping = new AbortController();

const server = createServer((request, response) => {
	// A proxy would go on asking through the connections that it has, and we would never be done.
	if (stopping.signal.aborted) response.setHeader("Connection", "close");
	if (serveStatic(request, response)) return;
	noteClientAddress(request);
	// Written for Express, whose requests and responses are these and more.
	Reflect.apply(compress, undefined, [request, response, () => {}]);
	sendWholeErrorPages(response, pages, request.method === "HEAD");
	sendFinished(request, response);
	sendScriptsLate(response);
	handle(request, response).catch((error) => {
		// Next answers its own errors; one that gets past it costs this request, not the server.
		console.error(error);
		response.destroy();
	});
});
server.on("error", (error) => {
	console.error(error.message);
	process.exit(1);
});
server.listen({ port, host: hostname });

const { DATABASE_URL: databaseUrl, CRON_SECRET: secret } = process.env;
if (databaseUrl && secret) {
	const drop = dropPagesAt(localAddress(hostname, port), secret);
	void followRenewals({ databaseUrl, drop, signal: stopping.signal });
}

for (const signal of ["SIGTERM", "SIGINT"])
	process.once(signal, () => {
		stopping.abort();
		// What is being answered is answered; idle connections are hung up on.
		server.close(() => process.exit(0));
		server.closeIdleConnections();
	});
