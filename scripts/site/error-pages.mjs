import { readFileSync } from "node:fs";
import { join } from "node:path";
import { callBack } from "./answers.mjs";

/** @typedef {import("node:http").ServerResponse} ServerResponse */

/** The build's own pages for what went wrong, by the status that they stand for. */
const BUILT = { 404: "_not-found.html", 500: "unavailable.html" };

/**
 * Reads the error pages that `next build` made.
 * @param {string} root
 * @returns {Map<number, Buffer>}
 * @throws when there is no finished build
 */
export function readErrorPages(root) {
	const entries = Object.entries(BUILT).map(
		([status, file]) => /** @type {const} */ ([Number(status), readFileSync(join(root, ".next/server/app", file))]),
	);
	return new Map(entries);
}

/**
 * Puts the built error page in the place of an HTML answer with its status. Where a page's component throws, `notFound()`
 * included, Next sends a document with an empty body that only a script fills: without JavaScript, a blank page
 * (https://github.com/vercel/next.js/issues/62228).
 * @param {ServerResponse} response before Next gets it
 * @param {Map<number, Buffer>} pages
 * @param {boolean} isHead whether the request asks for the head alone
 */
export function sendWholeErrorPages(response, pages, isHead) {
	const { writeHead, write, end } = response;
	/** @type {Buffer | undefined} */
	let page;

	/** @type {(this: ServerResponse, status: number, ...rest: unknown[]) => ServerResponse} */
	function writeHeadOnce(status, ...rest) {
		keepOneLocation(this);
		const isHtml = /^text\/(html|plain)/.test(String(this.getHeader("content-type") ?? "text/plain"));
		page = isHtml ? pages.get(status) : undefined;
		if (page === undefined) return Reflect.apply(writeHead, this, [status, ...rest]);
		for (const name of ["content-encoding", "content-length", "etag", "transfer-encoding"]) this.removeHeader(name);
		this.setHeader("Content-Type", "text/html; charset=utf-8");
		this.setHeader("Content-Length", page.length);
		if (status === 500) this.setHeader("Cache-Control", "private, no-store");
		return writeHead.call(this, status);
	}

	/** @type {(this: ServerResponse, ...rest: unknown[]) => boolean} */
	function writeUnlessReplaced(...rest) {
		if (!this.headersSent) this.writeHead(this.statusCode);
		if (page === undefined) return Reflect.apply(write, this, rest);
		callBack(rest);
		return true;
	}

	/** @type {(this: ServerResponse, ...rest: unknown[]) => ServerResponse} */
	function endWithPage(...rest) {
		if (!this.headersSent) keepOneLocation(this);
		if (!this.headersSent && pages.has(this.statusCode)) this.writeHead(this.statusCode);
		if (page === undefined) return Reflect.apply(end, this, rest);
		const callback = rest.find((part) => typeof part === "function");
		return Reflect.apply(end, this, [isHead ? undefined : page, callback]);
	}

	Object.assign(response, { writeHead: writeHeadOnce, write: writeUnlessReplaced, end: endWithPage });
}

/**
 * A redirect that Next has just made it sends with its address twice, which some clients read as one address with a comma.
 * @param {ServerResponse} response
 */
function keepOneLocation(response) {
	const location = response.getHeader("location");
	if (Array.isArray(location) && location[0] !== undefined) response.setHeader("location", location[0]);
}
