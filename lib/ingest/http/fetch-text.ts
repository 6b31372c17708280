import "server-only";
import { env } from "../../env";
import { requireAllowed } from "./allow-list";
import { type Clock, systemClock } from "./clock";
import { readRetryAfter } from "./retry-after";
import { SourceError } from "./source-error";
import { type TimeLimits, watchTime } from "./time-limits";

const MOST_REDIRECTS = 3;
const TIME_LIMITS: TimeLimits = { totalMs: 90_000, idleMs: 30_000 };

export type TextRequest = {
	accept: string;
	/** Of the body, unpacked. */
	maxBytes: number;
	/** Statuses beside 200 whose body the caller wants to read. */
	alsoRead?: readonly number[];
	limits?: TimeLimits;
	signal?: AbortSignal;
	clock?: Clock;
};

export type TextAnswer = { status: number; text: string };

/**
 * Asks a source once. Redirects are followed by hand, to allow-listed origins only; of the body no more is ever held than
 * `maxBytes`, whatever the answer says of its length or packing.
 *
 * @throws SourceError of every kind; the signal's reason if the caller gives up
 */
export async function fetchText(url: URL, request: TextRequest): Promise<TextAnswer> {
	const clock = request.clock ?? systemClock;
	const headers = { Accept: request.accept, "User-Agent": `Broadsheet/0.1 (+${env().APP_URL})` };
	request.signal?.throwIfAborted();
	const time = watchTime(url.host, request.limits ?? TIME_LIMITS, clock, request.signal);
	try {
		const response = await follow(url, headers, time);
		if (response.status !== 200 && !request.alsoRead?.includes(response.status)) {
			await response.body?.cancel();
			throw refuseStatus(url, response, clock.now());
		}
		return { status: response.status, text: await readText(url, response, request.maxBytes, time.touch) };
	} catch (error) {
		if (error instanceof SourceError) throw error;
		// Whoever set the limit says it best; a stream that is cut by it may reject with an error of its own.
		if (time.signal.aborted) throw time.signal.reason;
		throw new SourceError("unavailable", `the connection to ${url.host} failed${codeOf(error)}`, { cause: error });
	} finally {
		time.end();
	}
}

type Watch = Pick<ReturnType<typeof watchTime>, "signal" | "touch">;

async function follow(start: URL, headers: HeadersInit, { signal, touch }: Watch): Promise<Response> {
	let url = start;
	for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
		requireAllowed(url);
		const response = await fetch(url, {
			headers,
			redirect: "manual",
			// Next's fetch would keep answers otherwise.
			cache: "no-store",
			signal,
		});
		touch();
		const location = response.headers.get("location");
		if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return response;
		await response.body?.cancel();
		if (!URL.canParse(location, url)) throw new SourceError("malformed", `${url.host} redirects to no address`);
		url = new URL(location, url);
	}
	throw new SourceError("malformed", `${start.host} redirects more than ${MOST_REDIRECTS} times`);
}

async function readText(url: URL, response: Response, maxBytes: number, touch: () => void): Promise<string> {
	const tooLarge = () => new SourceError("too-large", `${url.host} answered more than ${maxBytes} bytes`);
	const decoder = new TextDecoder();
	let text = "";
	let size = 0;
	if (Number(response.headers.get("content-length") ?? 0) > maxBytes) {
		await response.body?.cancel();
		throw tooLarge();
	}
	// Leaving the loop cancels the body and with it the connection.
	for await (const chunk of response.body ?? []) {
		touch();
		size += chunk.byteLength;
		if (size > maxBytes) throw tooLarge();
		text += decoder.decode(chunk, { stream: true });
	}
	return text + decoder.decode();
}

function refuseStatus({ host, pathname }: URL, { status, headers }: Response, now: number): SourceError {
	const message = `${host} answered ${status} to ${pathname}`;
	const retryAfterMs = readRetryAfter(headers, now);
	if (status === 429) return new SourceError("rate-limited", message, { retryAfterMs });
	if (status >= 500 || status === 408) return new SourceError("unavailable", message, { retryAfterMs });
	if (status === 404 || status === 410) return new SourceError("not-found", message);
	return new SourceError(status >= 400 ? "refused" : "malformed", message);
}

/** The system's word for a failed connection (`ECONNREFUSED`), in brackets, where there is one. */
function codeOf(error: unknown): string {
	const cause = error instanceof Error ? error.cause : undefined;
	const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
	return typeof code === "string" ? ` (${code})` : "";
}
