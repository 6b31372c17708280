import { beforeEach, describe, expect, it, vi } from "vitest";
import { createToggleStore, type ToggleOutcome, type ToggleStore } from "@/components/toggles/toggle-store";

const KEY = "2412.14093";

type Call = { key: string; on: boolean; answer: (outcome: ToggleOutcome<boolean>) => Promise<void> };

let calls: Call[];
let isSignedIn: boolean;
let store: ToggleStore<boolean>;
const goToSignIn = vi.fn();
const ask = vi.fn();

beforeEach(() => {
	calls = [];
	isSignedIn = true;
	goToSignIn.mockClear();
	ask.mockClear();
	store = createToggleStore<boolean>({
		isOn: Boolean,
		send: (key, on) => {
			const { promise, resolve } = Promise.withResolvers<ToggleOutcome<boolean>>();
			calls.push({
				key,
				on,
				answer: async (outcome) => {
					resolve(outcome);
					await new Promise(setImmediate);
				},
			});
			return promise;
		},
		isSignedIn: () => isSignedIn,
		goToSignIn,
		ask,
	});
});

describe("a press", () => {
	it("shows at once, and then as the server says", async () => {
		void store.press(KEY);
		expect(store.of(KEY).wish).toBe(true);
		expect(calls).toMatchObject([{ key: KEY, on: true }]);
		await calls[0]?.answer({ kind: "done", state: true });
		expect(store.of(KEY)).toMatchObject({ confirmed: true });
		expect(store.of(KEY).wish).toBeUndefined();
	});

	it("while a request runs sends nothing, and then the last wish", async () => {
		void store.press(KEY);
		void store.press(KEY);
		expect(calls).toHaveLength(1);
		await calls[0]?.answer({ kind: "done", state: true });
		expect(calls[1]?.on).toBe(false);
		await calls[1]?.answer({ kind: "done", state: false });
		expect(calls).toHaveLength(2);
		expect(store.of(KEY)).toMatchObject({ confirmed: false });
	});

	it("that comes to nothing goes back, says why, and asks how things stand", async () => {
		void store.press(KEY);
		await calls[0]?.answer({ kind: "failed", sentence: "Try again in a minute." });
		expect(store.of(KEY)).toEqual({ problem: "Try again in a minute." });
		expect(ask).toHaveBeenCalledExactlyOnceWith(KEY);
		store.dismiss(KEY);
		expect(store.of(KEY)).toEqual({});
	});

	it("by who is not signed in, or no longer, leads to signing in", async () => {
		void store.press(KEY);
		await calls[0]?.answer({ kind: "signed-out" });
		expect(goToSignIn).toHaveBeenCalledExactlyOnceWith(KEY);
		expect(store.of(KEY)).toEqual({});
		isSignedIn = false;
		void store.press(KEY);
		expect([calls.length, goToSignIn.mock.calls.length]).toEqual([1, 2]);
	});
});

describe("what the server says", () => {
	it("does not undo a press that came after the question, nor one that is under way", async () => {
		void store.press(KEY);
		store.receive(KEY, false, performance.now());
		expect(store.of(KEY)).toEqual({ wish: true });
		const askedAt = performance.now();
		await calls[0]?.answer({ kind: "done", state: true });
		store.receive(KEY, false, askedAt);
		expect(store.of(KEY).confirmed).toBe(true);
		store.receive(KEY, false, performance.now());
		expect(store.of(KEY).confirmed).toBe(false);
	});

	it("is told to whoever shows it, and forgotten with who signs out", () => {
		const listener = vi.fn();
		const stop = store.subscribe(listener);
		store.receive(KEY, true, 1);
		store.forgetAll();
		expect(listener).toHaveBeenCalledTimes(2);
		expect(store.of(KEY)).toEqual({});
		stop();
		store.receive(KEY, true, 1);
		expect(listener).toHaveBeenCalledTimes(2);
	});
});
