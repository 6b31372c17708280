import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { typescriptArguments } from "../../../scripts/bootstrap/database.mjs";
import { root } from "../../../scripts/bootstrap/root.mjs";
import { testEnvironment } from "../../env";

const LOOK_EVERY_MS = 500;

/** Runs `npm run ingest -- --source file` as a process of its own, and looks at its peak memory (Linux: VmHWM) as it goes. */
export async function ingestInChild(url: string, file: string) {
	const args = [...typescriptArguments(root, "scripts/ingest.ts"), "--source", "file", "--file", file];
	const env = { ...process.env, ...testEnvironment({ DATABASE_URL: url, CRON_SECRET: "" }) };
	const startedAt = performance.now();
	const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "pipe", "inherit"] });
	let output = "";
	child.stdout.on("data", (chunk) => {
		output += chunk;
		process.stdout.write(chunk);
	});
	let peakMegabytes = 0;
	const look = setInterval(async () => {
		const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
		const kilobytes = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0);
		peakMegabytes = Math.max(peakMegabytes, kilobytes / 1024);
	}, LOOK_EVERY_MS);
	const [code] = await once(child, "exit");
	clearInterval(look);
	if (code !== 0) throw new Error(`the ingest ended with code ${code}`);
	const lastLine = output
		.trim()
		.split("\n")
		.find((line) => / seen, /.test(line));
	return { lastLine, seconds: (performance.now() - startedAt) / 1000, peakMegabytes };
}
