/** Serves the build, as `next start` does and with its flags, and with whole error pages. */
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import next from "next";
import { root } from "./bootstrap/root.mjs";
import { noteClientAddress } from "./site/client-address.mjs";
import { readErrorPages, sendWholeErrorPages } from "./site/error-pages.mjs";

const { values } = parseArgs({
	options: { port: { type: "string", short: "p", default: "3000" }, hostname: { type: "string", short: "H" } },
});
const port = Number(values.port);
const { hostname } = values;

const pages = readErrorPages(root);
const app = next({ dir: root, dev: false, port, ...(hostname && { hostname }) });
await app.prepare();
const handle = app.getRequestHandler();

const server = createServer((request, response) => {
	noteClientAddress(request);
	sendWholeErrorPages(response, pages, request.method === "HEAD");
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

for (const signal of ["SIGTERM", "SIGINT"])
	process.once(signal, () => {
		// What is being answered is answered; idle connections are hung up on.
		server.close(() => process.exit(0));
		server.closeIdleConnections();
	});
