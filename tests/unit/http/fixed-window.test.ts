import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFixedWindow } from "@/lib/http/fixed-window";

const START = Date.parse("2026-06-08T12:00:00Z");

describe("a window", () => {
	it("begins with a client's first request, and has as many as its quota", () => {
		const take = createFixedWindow({ quota: 2, seconds: 300, clients: 10 });
		expect(take("a", START)).toEqual({ isOver: false, remaining: 1, resetsIn: 300 });
		expect(take("a", START + 100_500)).toEqual({ isOver: false, remaining: 0, resetsIn: 200 });
		expect(take("a", START + 299_999)).toEqual({ isOver: true, remaining: 0, resetsIn: 1 });
		expect(take("b", START + 299_999)).toEqual({ isOver: false, remaining: 1, resetsIn: 300 });
		expect(take("a", START + 300_000)).toEqual({ isOver: false, remaining: 1, resetsIn: 300 });
	});

	it("is forgotten where there are too many, the oldest first", () => {
		const take = createFixedWindow({ quota: 1, seconds: 300, clients: 2 });
		for (const client of ["a", "b", "c"]) take(client, START);
		expect(take("c", START).isOver).toBe(true);
		expect(take("a", START).isOver).toBe(false);
	});

	it("never gives a client more than its quota within its seconds", () => {
		const request = fc.record({ client: fc.constantFrom("a", "b", "c"), wait: fc.nat({ max: 4_000 }) });
		fc.assert(
			fc.property(fc.array(request, { maxLength: 200 }), ([...requests]) => {
				const take = createFixedWindow({ quota: 3, seconds: 10, clients: 100 });
				const windows = new Map<string, { end: number; given: number }>();
				let now = START;
				for (const { client, wait } of requests) {
					now += wait;
					const held = windows.get(client);
					const window = held && held.end > now ? held : { end: now + 10_000, given: 0 };
					windows.set(client, window);
					const { isOver, remaining, resetsIn } = take(client, now);
					if (!isOver) window.given++;
					expect(isOver).toBe(window.given === 3 && remaining === 0 && isOver);
					expect(window.given).toBeLessThanOrEqual(3);
					expect(isOver ? 0 : 3 - window.given).toBe(remaining);
					expect(resetsIn).toBe(Math.ceil((window.end - now) / 1000));
				}
			}),
		);
	});
});
