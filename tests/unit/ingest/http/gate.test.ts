import { expect, it } from "vitest";
import { createGate } from "@/lib/ingest/http/gate";
import { createFakeClock } from "../../../fakes/clock";

it("lets callers through one at a time, in order, an interval apart", async () => {
	const clock = createFakeClock(0);
	const gate = createGate(3_000);
	const begun: [string, number][] = [];
	let inside = 0;
	const pass = (name: string) =>
		gate(
			async () => {
				begun.push([name, clock.now()]);
				inside += 1;
				await Promise.resolve();
				expect(inside).toBe(1);
				inside -= 1;
				return name;
			},
			{ clock },
		);
	expect(await Promise.all([pass("a"), pass("b"), pass("c")])).toEqual(["a", "b", "c"]);
	expect(begun).toEqual([
		["a", 0],
		["b", 3_000],
		["c", 6_000],
	]);
});

it("does not wait where the last one is long ago, and opens again after a failure", async () => {
	const clock = createFakeClock(0);
	const gate = createGate(3_000);
	await expect(gate(() => Promise.reject(new Error("no")), { clock })).rejects.toThrow("no");
	clock.pass(5_000);
	expect(await gate(async () => "yes", { clock })).toBe("yes");
	expect(clock.sleeps).toEqual([]);
});

it("lets nobody through who has given up", async () => {
	const gate = createGate(3_000);
	const signal = AbortSignal.abort(new Error("enough"));
	await expect(gate(async () => "never", { signal })).rejects.toThrow("enough");
	expect(await gate(async () => "next")).toBe("next");
});
