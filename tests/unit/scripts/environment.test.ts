import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { completeEnvironment, portOf, readSettings } from "../../../scripts/bootstrap/environment.mjs";

let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), "broadsheet-environment-"));
	mkdirSync(join(root, ".data"));
});
afterEach(() => rmSync(root, { recursive: true }));

const env = (values: Record<string, string>) => values as NodeJS.ProcessEnv;

test("the process's own environment wins over .env.local, that over .env, and an empty value counts as unset", () => {
	writeFileSync(join(root, ".env"), "A=file\nB=file\nC=file\nDATABASE_URL=\n");
	writeFileSync(join(root, ".env.local"), 'B="local value"\nC=local\n');
	expect(readSettings(root, env({ C: "own" }))).toEqual({ A: "file", B: "local value", C: "own" });
});

test("PORT is 3000 unless set, and must be a port", () => {
	expect(portOf(env({}))).toBe(3000);
	expect(portOf(env({ PORT: "3001" }))).toBe(3001);
	for (const PORT of ["0", "65536", "x", "3e3", "-1"]) expect(() => portOf(env({ PORT }))).toThrow(PORT);
});

test("with the embedded database it is a demo, whose mail goes to the outbox", () => {
	const made = completeEnvironment(root, env({ PORT: "3001" }), "postgresql://embedded");
	expect(made).toMatchObject({
		DATABASE_URL: "postgresql://embedded",
		BROADSHEET_DEMO: "1",
		APP_URL: "http://localhost:3001",
	});
	expect(made.OUTBOX_DIR).toBe(join(root, ".data/outbox"));
	expect(made.APP_SECRET).not.toBe(made.CRON_SECRET);
});

test("what the host set stays", () => {
	const set = {
		DATABASE_URL: "postgresql://own",
		APP_SECRET: "a",
		CRON_SECRET: "c",
		RESEND_API_KEY: "k",
		APP_URL: "https://papers.example.org",
	};
	const made = completeEnvironment(root, env(set));
	expect(made).toMatchObject(set);
	expect(made.BROADSHEET_DEMO).toBeUndefined();
	expect(made.OUTBOX_DIR).toBeUndefined();
});

test("a link in a mail that goes out has to be the host's own, elsewhere localhost will do", () => {
	const own = { DATABASE_URL: "postgresql://own", PORT: "3001" };
	expect(completeEnvironment(root, env({ ...own, RESEND_API_KEY: "k" })).APP_URL).toBeUndefined();
	const ways: Record<string, string>[] = [{ RESEND_API_KEY: "k" }, { SMTP_URL: "smtp://mail.example.org" }];
	for (const way of ways) {
		const made = completeEnvironment(root, env(way), "postgresql://embedded");
		expect([made.APP_URL, made.OUTBOX_DIR]).toEqual([undefined, undefined]);
	}
	expect(completeEnvironment(root, env(own)).APP_URL).toBe("http://localhost:3001");
	expect(completeEnvironment(root, env({ ...own, HOST: "192.0.2.7" })).APP_URL).toBe("http://192.0.2.7:3001");
});

test("a demo by another word has an outbox too", () => {
	const made = completeEnvironment(root, env({ DATABASE_URL: "postgresql://own", BROADSHEET_DEMO: "true" }));
	expect(made.OUTBOX_DIR).toBe(join(root, ".data/outbox"));
});

test("the embedded database without the outbox page keeps its mail as well", () => {
	const made = completeEnvironment(root, env({ BROADSHEET_DEMO: "0" }), "postgresql://embedded");
	expect(made).toMatchObject({ BROADSHEET_DEMO: "0", OUTBOX_DIR: join(root, ".data/outbox") });
});
