/** What those who change Next's answers on their way out ask of them. */

/** @typedef {import("node:http").ServerResponse} ServerResponse */

/** @param {ServerResponse} response whether it is HTML, and went well */
export function isPage(response) {
	return response.statusCode === 200 && /^text\/html/.test(String(response.getHeader("content-type")));
}

/**
 * For a `write` that keeps to itself what it was given: who writes waits to be called back.
 * @param {unknown[]} parts what it was called with
 */
export function callBack(parts) {
	const callback = parts.find((part) => typeof part === "function");
	if (typeof callback === "function") process.nextTick(/** @type {() => void} */ (callback));
}
