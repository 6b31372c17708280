import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
	chownSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Postgres, startPostgres } from "../../../scripts/bootstrap/postgres.mjs";
import { identityOf } from "../../../scripts/bootstrap/process-identity.mjs";

const settings = { fsync: "off", shared_buffers: "16MB" };
let folder: string;
let dataDir: string;
let running: Postgres | undefined;
let other: ChildProcess | undefined;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "broadsheet-postgres-"));
	dataDir = join(folder, "postgres");
});
afterEach(async () => {
	await running?.stop();
	running = undefined;
	other?.kill("SIGKILL");
	other = undefined;
	rmSync(folder, { recursive: true });
});

async function start(more: Partial<Parameters<typeof startPostgres>[0]> = {}): Promise<Postgres> {
	running = await startPostgres({
		dataDir,
		password: "fake-password",
		logFile: join(folder, "postgres.log"),
		settings,
		...more,
	});
	return running;
}

async function ask(server: Postgres, sql: string): Promise<unknown[]> {
	const client = new pg.Client({ connectionString: server.url("broadsheet") });
	await client.connect();
	try {
		return (await client.query({ text: sql, rowMode: "array" })).rows.flat();
	} finally {
		await client.end();
	}
}

/** As Postgres would have left it, owned as it would have been. */
function writePidFile(text: string): void {
	const path = join(dataDir, "postmaster.pid");
	writeFileSync(path, text, { mode: 0o600 });
	const { uid, gid } = statSync(dataDir);
	chownSync(path, uid, gid);
}

const pidFileOf = (pid: number) => `${pid}\n${dataDir}\n1700000000\n5432\n\n127.0.0.1\n  1234567        99\nready   \n`;

test("starts, keeps its data and its port over a restart, and is closed to the world", async () => {
	const first = await start();
	expect(first.created).toBe(true);
	await ask(first, "CREATE TABLE kept AS SELECT 42 AS answer");
	expect(
		await ask(first, "SELECT current_setting('listen_addresses'), current_setting('unix_socket_directories')"),
	).toEqual(["127.0.0.1", ""]);
	expect(
		await ask(
			first,
			"SELECT datlocprovider::text, datlocale, pg_encoding_to_char(encoding) FROM pg_database WHERE datname = 'broadsheet'",
		),
	).toEqual(["b", "C.UTF-8", "UTF8"]);
	expect(
		readFileSync(`/proc/${first.pid}/environ`, "latin1")
			.split("\0")
			.map((pair) => pair.split("=")[0])
			.filter(Boolean)
			.sort(),
	).toEqual(expect.not.arrayContaining(["DATABASE_URL", "APP_SECRET", "HOME"]));
	await first.stop();
	expect(identityOf(first.pid)).toBeUndefined();

	const second = await start();
	expect(second).toMatchObject({ created: false, port: first.port });
	expect(await ask(second, "SELECT answer FROM kept")).toEqual([42]);
	expect(readdirSync(folder).filter((name) => name.includes("new"))).toEqual([]);
});

test("takes another port when the remembered one is gone to someone else", async () => {
	const { port, stop } = await start();
	await stop();
	const squatter = createServer().listen(port, "127.0.0.1");
	await once(squatter, "listening");
	try {
		expect((await start()).port).not.toBe(port);
	} finally {
		squatter.close();
	}
});

test("stops the server that a killed run has left on the folder, and loses nothing", async () => {
	const orphan = await start();
	await ask(orphan, "CREATE TABLE kept AS SELECT 1 AS one");
	const next = await start();
	expect(identityOf(orphan.pid)).toBeUndefined();
	expect(next.pid).not.toBe(orphan.pid);
	expect(await ask(next, "SELECT one FROM kept")).toEqual([1]);
});

test("comes back after kill -9, with all that was committed", async () => {
	const killed = await start({ settings: { shared_buffers: "16MB" } });
	await ask(killed, "CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n");
	process.kill(killed.pid, "SIGKILL");
	expect(await killed.ended).toBe("SIGKILL");
	expect(await ask(await start(), "SELECT count(*)::int FROM kept")).toEqual([1000]);
});

test("is not held up by a lock file whose number another program has now, nor harms that program", async () => {
	await (await start()).stop();
	const { uid, gid } = statSync(dataDir);
	// By the same user: another user's process Postgres would pass over by itself.
	other = spawn("sleep", ["600"], process.geteuid?.() === 0 ? { uid, gid } : {});
	writePidFile(pidFileOf(other.pid ?? 0));
	await start();
	expect(other.exitCode ?? other.signalCode).toBeNull();
});

test.each(["", "nonsense\n"])("is not held up by a lock file that says nothing (%j)", async (text) => {
	await (await start()).stop();
	writePidFile(text);
	await start();
});

test("begins anew where a run was killed while making the data folder", async () => {
	const half = `${dataDir}.new-${2 ** 22 + 1}`;
	mkdirSync(join(half, "base"), { recursive: true });
	writeFileSync(join(half, "PG_VERSION"), "18\n");
	writeFileSync(`${half}.password`, "old");
	expect((await start()).created).toBe(true);
	expect(existsSync(half) || existsSync(`${half}.password`)).toBe(false);
});

test("leaves alone a folder that is no Postgres data", async () => {
	mkdirSync(dataDir);
	writeFileSync(join(dataDir, "thesis.txt"), "mine");
	await expect(start()).rejects.toThrow(/no Postgres data/);
	expect(readdirSync(dataDir)).toEqual(["thesis.txt"]);
});

test("says so when the data are of another major version", async () => {
	mkdirSync(dataDir);
	writeFileSync(join(dataDir, "PG_VERSION"), "17\n");
	await expect(start()).rejects.toThrow(/made by Postgres 17/);
});

test("takes a new password when the old one is lost", async () => {
	await (await start()).stop();
	const again = await start({ password: "another-password" });
	expect(await ask(again, "SELECT 1")).toEqual([1]);
});
