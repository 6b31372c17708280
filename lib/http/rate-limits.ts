import { clientAddress, networkOf } from "./client-address";
import { createFixedWindow } from "./fixed-window";
import { jsonError } from "./json";

/** How long a client's requests are counted together, in seconds. */
export const RATE_SECONDS = 300;

/** How often a client may ask in that time. A file holds up to a thousand papers, and counts apart. */
export const RATE_QUOTAS = { api: 500, exports: 50 } as const;

type Pool = keyof typeof RATE_QUOTAS;

/** Clients that are remembered in each pool: some ten megabytes. */
const CLIENTS = 100_000;

/** What pages of other sites may read of an answer beside what they always may. */
const EXPOSED = "RateLimit, RateLimit-Policy, Retry-After";

const createPool = (quota: number) => createFixedWindow({ quota, seconds: RATE_SECONDS, clients: CLIENTS });
const createPools = () => ({ api: createPool(RATE_QUOTAS.api), exports: createPool(RATE_QUOTAS.exports) });

/** Next may load a module once for each route; a client has one count for all of them. */
const held = globalThis as typeof globalThis & { __broadsheetRates?: ReturnType<typeof createPools> };

/**
 * Answers a client unless it has asked too often, then 429; and tells it how often it may still ask, in the headers in which
 * Hugging Face's API does (https://huggingface.co/docs/hub/rate-limits). Counts in this process's memory alone, where addresses
 * stay. Who can't be told from others is not counted.
 */
export async function limitRate(
	{ headers }: Request,
	pool: Pool,
	answer: () => Response | Promise<Response>,
): Promise<Response> {
	const address = clientAddress(headers);
	if (address === undefined) return answer();
	held.__broadsheetRates ??= createPools();
	const { isOver, remaining, resetsIn } = held.__broadsheetRates[pool](networkOf(address), Date.now());
	const response = isOver ? refuse(resetsIn) : await answer();
	response.headers.set("RateLimit", `"${pool}";r=${remaining};t=${resetsIn}`);
	response.headers.set("RateLimit-Policy", `"fixed window";"${pool}";q=${RATE_QUOTAS[pool]};w=${RATE_SECONDS}`);
	response.headers.set("Access-Control-Expose-Headers", EXPOSED);
	return response;
}

function refuse(seconds: number): Response {
	const unit = seconds === 1 ? "second" : "seconds";
	return jsonError(429, `You have asked too often. Please ask again in ${seconds} ${unit}.`, {
		"Retry-After": String(seconds),
		"Access-Control-Allow-Origin": "*",
	});
}
