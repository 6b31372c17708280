import fc from "fast-check";
import { expect, it } from "vitest";
import { readRetryAfter } from "@/lib/ingest/http/retry-after";

const NOW = Date.UTC(2026, 10, 23, 12);

it.each([
	[{ "Retry-After": "30" }, 30_000],
	[{ "Retry-After": "0" }, 0],
	[{ "Retry-After": "Mon, 23 Nov 2026 12:02:00 GMT" }, 120_000],
	[{ "Retry-After": "Mon, 23 Nov 2026 11:00:00 GMT" }, 0],
	[{ "Retry-After": "999999999" }, 86_400_000],
	[{ "Retry-After": "Fri, 31 Dec 2100 00:00:00 GMT" }, 86_400_000],
	[{ "Retry-After": "soon" }, undefined],
	[{ RateLimit: '"api";r=0;t=55' }, 55_000],
	[{ RateLimit: '"api";r=12;t=55' }, undefined],
	[{ "Retry-After": "7", RateLimit: '"api";r=0;t=55' }, 7_000],
	[{}, undefined],
])("reads %j as %s", (headers, ms) =>
	expect(readRetryAfter(new Headers(headers as Record<string, string>), NOW)).toBe(ms),
);

it("takes any header", () => {
	const value = fc.oneof(fc.stringMatching(/^[\x20-\x7e]{0,30}$/), fc.integer().map(String));
	fc.assert(
		fc.property(value, (text) => {
			const ms = readRetryAfter(new Headers({ "Retry-After": text }), NOW) ?? 0;
			expect(ms >= 0 && ms <= 86_400_000).toBe(true);
		}),
	);
});
