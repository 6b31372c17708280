import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Lock, tryLock } from "../../../scripts/bootstrap/lock.mjs";
import { borrowPostgres } from "../../../scripts/bootstrap/shared-postgres.mjs";

let root: string;
let lock: Lock | undefined;
let said: (string | undefined)[];
const progress = { say: (text?: string) => void said.push(text) };

beforeEach(async () => {
	said = [];
	root = mkdtempSync(join(tmpdir(), "broadsheet-shared-"));
	lock = (await tryLock(join(root, ".data/run.lock"), "npm start")).lock;
});
afterEach(() => rmSync(root, { recursive: true }));

const notes = () => readdirSync(join(root, ".data/borrowers"));

test("says at once that the running site has a database of its own, and leaves no note", async () => {
	lock?.tell({ url: "http://localhost:3000", foreignDatabase: true });
	const startedAt = performance.now();
	await expect(borrowPostgres(root, "npm run: x", progress)).rejects.toThrow(/npm start \(pid \d+\).*DATABASE_URL/);
	expect(performance.now() - startedAt).toBeLessThan(2_000);
	expect(said).toEqual([]);
	expect(notes()).toEqual([]);
});

test("waits for one that brings its database up, but not for ever", async () => {
	await expect(borrowPostgres(root, "npm run: x", progress, { limitMs: 300 })).rejects.toThrow(/can't be had/);
	expect(said).toEqual([expect.stringContaining("Waiting for the database of npm start")]);
	expect(notes()).toEqual([]);
});

test("stops waiting when told to", async () => {
	await expect(
		borrowPostgres(root, "npm run: x", progress, { signal: AbortSignal.timeout(300) }),
	).rejects.toMatchObject({ name: "AbortError" });
	expect(notes()).toEqual([]);
});

test("takes the database of the one that runs it", async () => {
	lock?.tell({ databasePort: 4599 });
	const borrowed = await borrowPostgres(root, "npm run: x", progress);
	expect(borrowed).toMatchObject({ port: 4599, isOurs: false });
	expect(notes()).toEqual([String(process.pid)]);
	await borrowed.giveBack();
	expect(existsSync(join(root, ".data/borrowers", String(process.pid)))).toBe(false);
});
