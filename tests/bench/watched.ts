import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { typescriptArguments } from "../../scripts/bootstrap/database.mjs";
import { root } from "../../scripts/bootstrap/root.mjs";
import { testEnvironment } from "../env";

const LOOK_EVERY_MS = 500;

/**
 * Runs one of our scripts as a process of its own, passes on what it prints, and looks at its peak memory (Linux: VmHWM) as it goes.
 *
 * @param own settings beside those of tests
 * @throws when it ends with another code than 0
 */
export async function runWatched(script: string, args: string[], own: Record<string, string>) {
	const startedAt = performance.now();
	const child = spawn(process.execPath, [...typescriptArguments(root, script), ...args], {
		cwd: root,
		env: { ...process.env, ...testEnvironment(own) },
		stdio: ["ignore", "pipe", "inherit"],
	});
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
	if (code !== 0) throw new Error(`${script} ended with code ${code}`);
	return { lines: output.trim().split("\n"), seconds: (performance.now() - startedAt) / 1000, peakMegabytes };
}
