import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { typescriptArguments } from "../../../scripts/bootstrap/database.mjs";
import { root } from "../../../scripts/bootstrap/root.mjs";
import { listed } from "./listed";

const folder = await mkdtemp(path.join(os.tmpdir(), "broadsheet-command-"));

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the script as `npm run ingest` does for someone who stands in the test's folder. */
function ingest(...args: string[]): Promise<{ code: number; output: string }> {
	const env = { ...process.env, INIT_CWD: folder };
	return new Promise((resolve) => {
		const command = [...typescriptArguments(root, "scripts/ingest.ts"), ...args];
		execFile(process.execPath, command, { cwd: root, env }, (error, stdout, stderr) => {
			resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr });
		});
	});
}

it("takes a file in from where the user stands, and says by its exit code what came of it", async () => {
	const lines = [listed(1, "2026-11-20"), listed(2, "2026-11-20")].map(({ item }) => JSON.stringify(item));
	await writeFile(path.join(folder, "papers.jsonl"), `${lines.join("\n")}\n{"broken\n`);
	const args = ["--source", "file", "--file", "papers.jsonl"];

	const dry = await ingest(...args, "--dry-run");
	expect(dry).toMatchObject({ code: 0, output: expect.stringContaining("nothing was written: 3 seen, 2 new") });
	expect(await db().paper.count()).toBe(0);
	expect(await db().pageRenewal.count()).toBe(0);

	const first = await ingest(...args);
	expect(first).toMatchObject({
		code: 0,
		output: expect.stringContaining("3 seen, 2 new, 0 changed, 0 unchanged, 1 failed"),
	});
	expect(first.output).toContain("line 3: is not JSON");
	const paths = ["/papers/date/newest", "/papers/date/2026-11-20", "/papers/2611.00001", "/papers/2611.00002"];
	expect(await db().pageRenewal.findMany()).toMatchObject([{ pages: expect.arrayContaining(paths) }]);

	expect(await ingest(...args)).toMatchObject({
		code: 3,
		output: expect.stringContaining("0 new, 0 changed, 2 unchanged"),
	});
	expect(await ingest("--source", "file", "--file", "none.jsonl")).toMatchObject({
		code: 1,
		output: expect.stringContaining("there is no file"),
	});
	expect(await ingest("--source", "nature")).toMatchObject({
		code: 1,
		output: expect.stringContaining("no source nature"),
	});
}, 60_000);

it("takes a history of votes in, for the papers that are held", async () => {
	const rows = [
		"paper_id,captured_at,upvotes,num_comments,source,listed_on",
		"2611.00001,2030-01-01T00:00:00Z,70,,x,",
		"2611.00001,2020-01-01T00:00:00Z,1,0,x,",
		"2611.09999,2020-01-01T00:00:00Z,1,0,x,",
	];
	await writeFile(path.join(folder, "votes.csv"), `${rows.join("\n")}\n`);
	const first = await ingest("--snapshots", "votes.csv");
	expect(first).toMatchObject({
		code: 0,
		output: expect.stringContaining("3 seen, 2 new, 0 changed, 0 unchanged, 1 failed"),
	});
	expect(first.output).toContain("2611.09999: there is no such paper here");
	expect((await ingest("--snapshots", "votes.csv")).code).toBe(3);
	const paper = await db().paper.findUniqueOrThrow({ where: { id: "2611.00001" }, include: { snapshots: true } });
	// The later count is the paper's; comments that the capture does not tell stay as they were.
	expect(paper).toMatchObject({ importedUpvotes: 70, importedComments: 2, capturedAt: new Date("2030-01-01") });
	expect(paper.snapshots.map(({ upvotes }) => upvotes).sort((a, b) => a - b)).toEqual([1, 1, 70]);
}, 60_000);
