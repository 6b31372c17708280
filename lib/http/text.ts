import { log } from "../log";
import { SHARED_CACHING } from "./caching";
import { jsonError } from "./json";

/**
 * A text that is the same for everybody.
 *
 * @param type as `text/markdown`
 */
export function answerText(type: string, text: string, headers?: Record<string, string>): Response {
	return new Response(text, {
		headers: { "Content-Type": `${type}; charset=utf-8`, "Cache-Control": SHARED_CACHING, ...headers },
	});
}

/**
 * Answers 503 in words, and logs why, if what was asked for can't be read.
 *
 * @param what for the log ("a sitemap")
 */
export async function orUnavailable(what: string, read: () => Promise<Response>): Promise<Response> {
	try {
		return await read();
	} catch (error) {
		log.error({ err: error }, `${what} could not be read`);
		return jsonError(503, "This could not be read. Please try again in a minute.", { "Retry-After": "60" });
	}
}
