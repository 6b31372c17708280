import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { tryLock, waitForLock } from "../../../scripts/bootstrap/lock.mjs";
import { identityOf } from "../../../scripts/bootstrap/process-identity.mjs";

let folder: string;
let path: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "broadsheet-lock-"));
	path = join(folder, "run.lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

const holder = (pid: number, identity: string | undefined, children: object[] = []) =>
	writeFileSync(path, JSON.stringify({ pid, identity, name: "npm start", url: "http://localhost:3000", children }));

test("one holder at a time, who tells the others about itself", async () => {
	const { lock } = await tryLock(path, "npm start");
	lock?.tell({ url: "http://localhost:3001" });
	expect((await tryLock(path, "npm start")).holder).toMatchObject({ pid: process.pid, url: "http://localhost:3001" });
	lock?.release();
	expect((await tryLock(path, "npm start")).lock).toBeDefined();
});

test.each([
	["whose process is gone", () => holder(2 ** 22 + 1, "boot/1")],
	["whose number another program has now", () => holder(process.pid, "an earlier boot/1")],
	["cut short", () => writeFileSync(path, '{"pid":')],
])("a lock %s is taken over", async (_, leave) => {
	leave();
	expect((await tryLock(path, "npm start")).lock).toBeDefined();
});

test("what a killed holder has left running is stopped, unless it is not the same process any more", async () => {
	const left = spawn("sleep", ["600"], { detached: true, stdio: "ignore" });
	const foreign = spawn("sleep", ["600"], { detached: true, stdio: "ignore" });
	try {
		const [leftPid, foreignPid] = [left.pid ?? 0, foreign.pid ?? 0];
		holder(2 ** 22 + 1, "boot/1", [
			{ pid: leftPid, identity: identityOf(leftPid) },
			{ pid: foreignPid, identity: "an earlier boot/1" },
		]);
		const ended = once(left, "exit");
		await tryLock(path, "npm start");
		expect((await ended)[1]).toBe("SIGTERM");
		expect(foreign.exitCode ?? foreign.signalCode).toBeNull();
	} finally {
		foreign.kill("SIGKILL");
	}
});

test.runIf(process.platform === "linux")(
	"also what it had started but not yet written down when it was killed",
	async () => {
		const left = spawn("sleep", ["600"], {
			env: { ...process.env, BROADSHEET_RUN: "run-of-the-killed-one" },
			stdio: "ignore",
		});
		const ended = once(left, "exit");
		writeFileSync(
			path,
			JSON.stringify({ pid: 2 ** 22 + 1, identity: "boot/1", run: "run-of-the-killed-one", children: [] }),
		);
		await tryLock(path, "npm start");
		expect((await ended)[1]).toBe("SIGTERM");
	},
);

test("of many who try at once, one gets it", async () => {
	holder(2 ** 22 + 1, "boot/1");
	const program = `
		const { tryLock } = await import(${JSON.stringify(new URL("../../../scripts/bootstrap/lock.mjs", import.meta.url).href)});
		const { lock } = await tryLock(${JSON.stringify(path)}, "test");
		process.stdout.write(lock ? "got" : "not");
		process.stdin.resume(); // keeps the lock until everybody has tried
	`;
	const contenders = Array.from({ length: 6 }, () => spawn(process.execPath, ["--input-type=module", "-e", program]));
	try {
		const answers = await Promise.all(contenders.map(async (one) => String((await once(one.stdout, "data"))[0])));
		expect(answers.filter((answer) => answer === "got")).toHaveLength(1);
	} finally {
		const ended = contenders.map((one) => once(one, "exit"));
		for (const one of contenders) one.kill("SIGKILL");
		await Promise.all(ended);
	}
	expect(existsSync(path)).toBe(true);
});

test("nobody waits for ever for one that does not come to its end", async () => {
	const { lock } = await tryLock(path, "npm start");
	let told = "";
	const waiting = waitForLock(path, "npm test", (holder) => (told = holder.name), 300);
	await expect(waiting).rejects.toThrow(/npm start, pid/);
	expect(told).toBe("npm start");
	lock?.release();
});
