import { createServer } from "node:net";
import { codeOf } from "./failure.mjs";

/**
 * @param {number} port
 * @param {string} [host] all interfaces when left out
 * @returns {Promise<string | undefined>} undefined when one can listen there, else why not: `EADDRINUSE`, `EACCES`
 */
export function whyNotListen(port, host) {
	return new Promise((resolve) => {
		const server = createServer();
		server.once("error", (error) => resolve(codeOf(error) ?? error.message));
		server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
	});
}

/** @returns {Promise<number>} a port of 127.0.0.1 that nothing listens on now */
export function findFreePort() {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			server.close(() =>
				typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
			);
		});
	});
}
