import { expect, it, vi } from "vitest";
import { withRetries } from "@/lib/ingest/http/retry";
import { SourceError, type SourceErrorKind } from "@/lib/ingest/http/source-error";
import { createFakeClock } from "../../../fakes/clock";

const fail = (kind: SourceErrorKind, retryAfterMs?: number) => new SourceError(kind, "it failed", { retryAfterMs });

it("waits longer each time, and gives the last error after four tries", async () => {
	const clock = createFakeClock();
	const task = vi.fn().mockImplementation(() => Promise.reject(fail("unavailable")));
	await expect(withRetries(task, { clock })).rejects.toMatchObject({ kind: "unavailable" });
	expect(task).toHaveBeenCalledTimes(4);
	expect(clock.sleeps).toHaveLength(3);
	for (const [index, longest] of [2_000, 4_000, 8_000].entries()) {
		expect(clock.sleeps[index]).toBeGreaterThanOrEqual(longest / 2);
		expect(clock.sleeps[index]).toBeLessThanOrEqual(longest);
	}
});

it("waits as long as the source asks, and a little more", async () => {
	const clock = createFakeClock();
	const task = vi.fn().mockRejectedValueOnce(fail("rate-limited", 30_000)).mockResolvedValueOnce("done");
	expect(await withRetries(task, { clock })).toBe("done");
	expect(clock.sleeps[0]).toBeGreaterThanOrEqual(30_000);
	expect(clock.sleeps[0]).toBeLessThanOrEqual(31_000);
});

it("leaves it to the next run when the source asks for more than five minutes", async () => {
	const clock = createFakeClock();
	const task = vi.fn().mockRejectedValue(fail("rate-limited", 300_001));
	await expect(withRetries(task, { clock })).rejects.toMatchObject({ retryAfterMs: 300_001 });
	expect(clock.sleeps).toEqual([]);
});

it.each<SourceErrorKind>(["not-found", "refused", "not-allowed", "too-large", "malformed"])(
	"does not ask again after %s",
	async (kind) => {
		const clock = createFakeClock();
		const task = vi.fn().mockRejectedValue(fail(kind));
		await expect(withRetries(task, { clock })).rejects.toMatchObject({ kind });
		expect(task).toHaveBeenCalledTimes(1);
	},
);

it("passes on what is no source's error, and a caller who gives up", async () => {
	const clock = createFakeClock();
	await expect(withRetries(() => Promise.reject(new TypeError("ours")), { clock })).rejects.toThrow("ours");
	const signal = AbortSignal.abort(new Error("enough"));
	await expect(withRetries(() => Promise.reject(fail("timed-out")), { clock, signal })).rejects.toThrow("enough");
});
