import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";

let folder = "";

beforeAll(async () => {
	folder = await mkdtemp(path.join(os.tmpdir(), "broadsheet-import-"));
});

afterAll(() => rm(folder, { recursive: true }));

/** What `npm run import-subscribers` prints and ends with. */
async function runScript(...given: string[]): Promise<{ code: number; lines: string[] }> {
	const script = ["--import", "./scripts/bootstrap/typescript.mjs", "scripts/import-subscribers.ts"];
	return new Promise((resolve) => {
		execFile(process.execPath, [...script, ...given], (error, stdout, stderr) => {
			const lines = `${stdout}${stderr}`.trimEnd().split("\n");
			resolve({ code: error === null ? 0 : Number(error.code), lines });
		});
	});
}

test("the command checks and imports a file, tells each line, and leaves no address in what it prints", {
	timeout: 60_000,
}, async () => {
	const file = path.join(folder, "people.csv");
	await writeFile(file, "email,consent_at,source\nada@example.org,2026-05-04,A form\ngrace@example.org,,A form\n");
	const refused = "  line 3: it does not say when they agreed";
	expect(await runScript("--check", file)).toEqual({
		code: 0,
		lines: [refused, "2 lines = 1 that would be imported + 1 left out"],
	});
	expect(await db().subscriber.count()).toBe(0);
	expect(await runScript(file)).toEqual({ code: 0, lines: [refused, "2 lines = 1 imported + 1 left out"] });
	expect(await db().subscriber.findMany()).toMatchObject([{ email: "ada@example.org", consentSource: "A form" }]);
	await writeFile(file, 'email,consent_at,source\n"ada@example.org');
	expect(await runScript(file)).toMatchObject({ code: 1, lines: [expect.stringMatching(/^Line 2: This is no CSV/)] });
	expect((await runScript()).code).toBe(2);
	expect((await runScript(path.join(folder, "none.csv"))).code).toBe(1);
});
