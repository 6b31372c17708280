/** No source means more than a day; what says more is a mistake or a trap. */
const LONGEST_MS = 86_400_000;

/**
 * Reads how long a source asks us to stay away: `Retry-After` in seconds or as a date (RFC 9110, 10.2.3), else the seconds to the
 * window's end that Hugging Face gives as `RateLimit: "api";r=0;t=55` (https://huggingface.co/docs/hub/rate-limits).
 *
 * @param now milliseconds since 1970
 * @returns milliseconds, at most a day; undefined if the answer says nothing that can be read
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
	const value = headers.get("retry-after")?.trim() ?? "";
	const ms = /^\d{1,9}$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
	if (!Number.isNaN(ms)) return Math.min(Math.max(ms, 0), LONGEST_MS);
	const seconds = /;\s*r=0\s*;\s*t=(\d{1,6})\b/.exec(headers.get("ratelimit") ?? "")?.[1];
	return seconds === undefined ? undefined : Math.min(Number(seconds) * 1000, LONGEST_MS);
}
