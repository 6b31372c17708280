import { SHARED_CACHING } from "../http/caching";
import { jsonError, refuseMethod } from "../http/json";
import { log } from "../log";

/** Pages of other sites may read what everybody may read. */
const OPEN = { "Access-Control-Allow-Origin": "*" };

/** A day, in seconds, for which browsers need not ask again what they may send. */
const PREFLIGHT_MAX_AGE = "86400";

/** An answer of the public API. */
export function answer(body: unknown): Response {
	return Response.json(body, { headers: { ...OPEN, "Cache-Control": SHARED_CACHING } });
}

/** A refusal of the public API, as `jsonError`. */
export function refuse(status: number, error: string, headers?: Record<string, string>): Response {
	return jsonError(status, error, { ...OPEN, ...headers });
}

/** Answers 503, and logs why, if what was asked for can't be read. */
export async function orUnavailable(read: () => Promise<Response>): Promise<Response> {
	try {
		return await read();
	} catch (error) {
		log.error({ err: error }, "the API could not read what was asked for");
		return refuse(503, "This could not be read. Please try again in a minute.", { "Retry-After": "60" });
	}
}

/** Tells browsers that pages of other sites may ask, also with a token for Hugging Face, which we don't read. */
export function answerPreflight(): Response {
	return new Response(null, {
		status: 204,
		headers: {
			...OPEN,
			"Access-Control-Allow-Methods": "GET, HEAD",
			"Access-Control-Allow-Headers": "*, Authorization",
			"Access-Control-Max-Age": PREFLIGHT_MAX_AGE,
		},
	});
}

/** Refuses the methods that change something. */
export function refuseWrites(): Response {
	const refusal = refuseMethod("GET, HEAD")();
	for (const [name, value] of Object.entries(OPEN)) refusal.headers.set(name, value);
	return refusal;
}
