import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

const MINUTE = 60;

/** Megabytes (RSS), on average. */
export type Memory = { first: number; last: number };

/** Looks at the memory of processes each second until the signal (Linux). */
export async function watchMemory(pids: readonly number[], signal: AbortSignal): Promise<Memory[]> {
	const seen = pids.map((): number[] => []);
	while (!signal.aborted) {
		for (const [nth, pid] of pids.entries()) seen[nth]?.push(await readMegabytes(pid));
		await sleep(1000, undefined, { signal }).catch(() => undefined);
	}
	return seen.map((some) => ({ first: average(some.slice(0, MINUTE)), last: average(some.slice(-MINUTE)) }));
}

async function readMegabytes(pid: number): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, "utf8");
	return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

function average(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
