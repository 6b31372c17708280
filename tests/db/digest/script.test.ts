import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { parseUtcDate, type UtcDate } from "@/lib/time";
import { addChooser, addEdition, clear, startResend } from "./scene";

const resend = await startResend();

beforeEach(async () => {
	resend.reset();
	await clear();
	await addEdition(parseUtcDate("2026-06-08") as UtcDate);
	await addChooser("one@example.org");
	await addChooser("two@example.org");
	await addChooser("none@example.org", { minUpvotes: 1000 });
});

afterAll(() => resend.stop());

/** What `npm run digest` prints, line by line. */
async function runScript(...options: string[]): Promise<string[]> {
	const script = ["--import", "./scripts/bootstrap/typescript.mjs", "scripts/digest.ts"];
	const { stdout } = await promisify(execFile)(process.execPath, [...script, "--now", "2026-06-09T06:00Z", ...options]);
	return stdout.trim().split("\n");
}

test("a dry run prints what would go to how many; a run, what became of them, which adds up", {
	timeout: 60_000,
}, async () => {
	expect(await runScript("--dry-run")).toEqual([
		"dry run, edition 2026-06-08: 3 planned, 0 submitted, 0 rejected, 0 skipped, 0 unknown, 0 waiting",
		"  2 × daily: Paper 0 of 2026-06-08 and 9 more papers (10 papers)",
		"  1 × daily: nothing new, no mail",
	]);
	expect([await db().delivery.count(), resend.accepted.length]).toEqual([0, 0]);
	expect(await runScript()).toEqual([
		"edition 2026-06-08: 3 planned, 2 submitted, 0 rejected, 1 skipped, 0 unknown, 0 waiting",
		"  daily 2026-06-08: 3 planned = 2 submitted + 0 rejected + 1 skipped + 0 unknown + 0 waiting",
	]);
});
