import { beforeEach, describe, expect, it, vi } from "vitest";
import { limitRate, RATE_QUOTAS } from "@/lib/http/rate-limits";

const POLICY = /^"fixed window";"(\w+)";q=(\d+);w=(\d+)$/;

const ask = (address: string | undefined, pool: "api" | "exports" = "exports") =>
	limitRate(
		new Request("http://127.0.0.1:4200/", { headers: address === undefined ? {} : { "x-client-address": address } }),
		pool,
		() => new Response("yes"),
	);

const useUp = async (address: string) => {
	for (let times = 0; times < RATE_QUOTAS.exports; times++) await ask(address);
};

beforeEach(() => {
	vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-06-08T12:00:00Z") });
	return () => vi.useRealTimers();
});

describe("a client", () => {
	it("is told how often it may still ask", async () => {
		const { status, headers } = await ask("203.0.113.1");
		expect([status, headers.get("ratelimit")]).toEqual([200, '"exports";r=49;t=300']);
		expect(headers.get("ratelimit-policy")?.match(POLICY)?.slice(1)).toEqual(["exports", "50", "300"]);
		expect(headers.get("access-control-expose-headers")).toBe("RateLimit, RateLimit-Policy, Retry-After");
		vi.advanceTimersByTime(100_000);
		expect((await ask("203.0.113.1")).headers.get("ratelimit")).toBe('"exports";r=48;t=200');
		expect((await ask("203.0.113.1", "api")).headers.get("ratelimit")).toBe('"api";r=499;t=300');
	});

	it("that asks too often is refused in words until its time is over, and nobody else", async () => {
		await useUp("203.0.113.2");
		const refusal = await ask("203.0.113.2");
		expect(refusal.status).toBe(429);
		expect(Object.fromEntries(refusal.headers)).toMatchObject({
			"retry-after": "300",
			ratelimit: '"exports";r=0;t=300',
			"cache-control": "no-store",
			"access-control-allow-origin": "*",
		});
		expect(await refusal.json()).toEqual({ error: "You have asked too often. Please ask again in 300 seconds." });
		expect((await ask("203.0.113.3")).status).toBe(200);
		expect((await ask("203.0.113.2", "api")).status).toBe(200);
		vi.advanceTimersByTime(300_000);
		expect((await ask("203.0.113.2")).status).toBe(200);
	});

	it("is a whole network of IPv6", async () => {
		await useUp("2001:db8::1");
		expect((await ask("2001:db8::2")).status).toBe(429);
		expect((await ask("2001:db8:0:1::1")).status).toBe(200);
	});

	it("that can't be told from others is not counted", async () => {
		for (let times = 0; times <= RATE_QUOTAS.exports; times++) {
			const { status, headers } = await ask(undefined);
			expect([status, headers.has("ratelimit")]).toEqual([200, false]);
		}
	});
});
