import { join } from "node:path";
import sirv from "sirv";

/** @typedef {import("node:http").IncomingMessage} IncomingMessage */
/** @typedef {import("node:http").ServerResponse} ServerResponse */

const PREFIX = "/_next/static";

const YEAR_SECONDS = 31_536_000;

/**
 * Serves the files that the build made, compressed as {@link compressStatic} left them. Their names follow from their bytes, so
 * that they keep for good.
 * @param {string} root
 */
export function createStaticFiles(root) {
	const send = sirv(join(root, ".next/static"), {
		brotli: true,
		gzip: true,
		etag: true,
		immutable: true,
		maxAge: YEAR_SECONDS,
		setHeaders: (response) => response.setHeader("X-Content-Type-Options", "nosniff"),
	});

	/**
	 * @param {IncomingMessage} request
	 * @param {ServerResponse} response
	 * @returns {boolean} whether it is such a file
	 */
	return function serveStatic(request, response) {
		const { method, url = "" } = request;
		if (!url.startsWith(`${PREFIX}/`) || (method !== "GET" && method !== "HEAD")) return false;
		let isThere = true;
		request.url = url.slice(PREFIX.length);
		send(request, response, () => {
			isThere = false;
		});
		request.url = url;
		return isThere;
	};
}
