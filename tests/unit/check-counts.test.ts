import { expect, test } from "vitest";
import { addUp, countPlaywright, countVitest, describeCounts } from "@/scripts/checks/counts.mjs";

const file = (status: string, ...tests: string[]) => ({
	status,
	assertionResults: tests.map((each) => ({ status: each })),
});

test("tests of vitest are counted by what became of them", () => {
	const testResults = [file("passed", "passed", "pending", "todo"), file("failed", "passed", "failed", "skipped")];
	expect(countVitest({ testResults })).toEqual({ passed: 2, failed: 1, skipped: 3 });
});

test("a file that vitest could not run counts as one failure", () => {
	const testResults = [file("failed"), file("failed", "skipped"), file("passed", "passed")];
	expect(countVitest({ testResults })).toEqual({ passed: 1, failed: 2, skipped: 1 });
});

test("tests of Playwright are counted by what became of them, a second try being a failure", () => {
	const stats = { expected: 7, unexpected: 2, flaky: 1, skipped: 3 };
	expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 7, failed: 3, skipped: 3 });
});

test("what goes wrong outside Playwright's tests counts too", () => {
	const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
	expect(countPlaywright({ stats, errors: [{ message: "no server" }] })).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("the last line tells of skipped tests only when there are some", () => {
	const sum = addUp([
		{ passed: 3, failed: 0, skipped: 0 },
		{ passed: 4, failed: 1, skipped: 0 },
	]);
	expect(describeCounts(sum)).toBe("7 passed, 1 failed");
	expect(describeCounts({ ...sum, skipped: 2 })).toBe("7 passed, 1 failed, 2 skipped");
});
