import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { typescriptArguments } from "../../../scripts/bootstrap/database.mjs";
import { root } from "../../../scripts/bootstrap/root.mjs";

const SCRIPTS = {
	"scripts/prepare-database.ts": [],
	"scripts/migrate.ts": [],
	"scripts/digest.ts": ["--dry-run"],
	"scripts/ingest.ts": ["--source", "huggingface", "--since", "2026-06-01"],
	"scripts/worker.ts": [],
};
const ASK_THE_DATABASE = Object.keys(SCRIPTS).filter((script) => script !== "scripts/worker.ts");

/** Runs a script to its end with other settings than the tests'. */
function run(script: string, settings: Record<string, string>): Promise<{ code: unknown; output: string }> {
	const args = [...typescriptArguments(root, script), ...(SCRIPTS[script as keyof typeof SCRIPTS] ?? [])];
	return new Promise((resolve) => {
		const options = { cwd: root, env: { ...process.env, ...settings }, timeout: 25_000 };
		execFile(process.execPath, args, options, (error, stdout, stderr) =>
			resolve({ code: error ? error.code : 0, output: stdout + stderr }),
		);
	});
}

test.each(Object.keys(SCRIPTS))("%s says all that is wrong with the settings, and nothing else", async (script) => {
	const wrong = { APP_SECRET: "short-hunter2", LOG_LEVEL: "loud", DIGEST_HOUR_UTC: "24" };
	expect(await run(script, wrong)).toEqual({
		code: 1,
		output: [
			"Broadsheet can't start with these settings (see .env.example):",
			"  APP_SECRET must have at least 32 characters",
			"  DIGEST_HOUR_UTC must be a whole number from 0 to 23",
			"  LOG_LEVEL must be one of silent, fatal, error, warn, info, debug, trace",
			"",
		].join("\n"),
	});
});

test.each(ASK_THE_DATABASE)("%s says in a sentence that the database is not there", async (script) => {
	const DATABASE_URL = "postgresql://someone:hunter2@127.0.0.1:1/papers";
	expect(await run(script, { DATABASE_URL })).toEqual({
		code: 1,
		output:
			"The database at 127.0.0.1:1 can't be reached (ECONNREFUSED). Check DATABASE_URL, and that Postgres runs there and listens.\n",
	});
});

test.each([
	["a wrong password", (url: URL) => (url.password = "hunter2"), /^The database at [\d.]+:\d+ refuses the user or/],
	["no password", (url: URL) => (url.password = ""), /^The database at [\d.]+:\d+ wants a password/],
	["no such database", (url: URL) => (url.pathname = "/hunter2"), /^The database at [\d.]+:\d+ has no database/],
	[
		"a certificate that is not there",
		(url: URL) => url.searchParams.set("sslrootcert", "/hunter2"),
		/^DATABASE_URL can't be/,
	],
])("%s is told as such, without the password", async (_, spoil, expected) => {
	const url = new URL(process.env.DATABASE_URL ?? "");
	spoil(url);
	const { code, output } = await run("scripts/prepare-database.ts", { DATABASE_URL: url.href });
	expect(output).toMatch(expected);
	expect(output.trim().split("\n")).toHaveLength(1);
	expect(output).not.toContain("hunter2");
	expect(code).toBe(1);
});

test("TLS where there is none is told as such, below what the driver warns of", async () => {
	const url = `${process.env.DATABASE_URL}?sslmode=verify-full`;
	const { code, output } = await run("scripts/prepare-database.ts", { DATABASE_URL: url });
	expect(output).toMatch(/^The database at [\d.]+:\d+ has no TLS/m);
	expect(code).toBe(1);
});

test("a server that takes the connection and says nothing is not waited for without end", async () => {
	const mute = createServer(() => undefined).listen(0, "127.0.0.1");
	await once(mute, "listening");
	const address = mute.address();
	const port = typeof address === "object" ? address?.port : undefined;
	const { code, output } = await run("scripts/prepare-database.ts", {
		DATABASE_URL: `postgresql://x:y@127.0.0.1:${port}/z`,
	});
	mute.close();
	expect(output).toContain(`127.0.0.1:${port} can't be reached (no answer)`);
	expect(code).toBe(1);
});
