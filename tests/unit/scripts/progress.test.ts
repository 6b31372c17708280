import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createProgress } from "../../../scripts/bootstrap/progress.mjs";

let written: string;
const stream = (isTTY: boolean) => ({ isTTY, write: (text: string) => (written += text) }) as never;

beforeEach(() => {
	written = "";
	vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

test("without a terminal a long step is announced while it runs", async () => {
	const done = Promise.withResolvers<void>();
	const step = createProgress(stream(false)).step("Installing packages", "Installed packages", () => done.promise);
	await vi.advanceTimersByTimeAsync(2_500);
	expect(written).toBe("  … Installing packages\n");
	done.resolve();
	await step;
	expect(written).toMatch(/^ {2}… Installing packages\n {2}✓ Installed packages +\d+\.\d s\n$/);
	expect(written).not.toContain("\x1b");
});

test("a short one takes one line, whether it goes well or not", async () => {
	const progress = createProgress(stream(false));
	await progress.step("Starting", "Started", () => undefined);
	await expect(progress.step("Failing", "Failed", () => Promise.reject(new Error("x")))).rejects.toThrow("x");
	await vi.advanceTimersByTimeAsync(5_000);
	expect(written.match(/\n/g)).toHaveLength(2);
});

test("on a terminal it shows at once", async () => {
	await createProgress(stream(true)).step("Starting", "Started", () => expect(written).toBe("  … Starting"));
});
