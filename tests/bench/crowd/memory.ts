import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

const MINUTE = 60;

/** Megabytes (RSS): on average of a minute, and by how many more each minute, in the second half of the time. */
export type Memory = { first: number; last: number; growth: number };

/** Looks at the memory of processes each second until the signal (Linux). */
export async function watchMemory(pids: readonly number[], signal: AbortSignal): Promise<Memory[]> {
	const seen = pids.map((): number[] => []);
	while (!signal.aborted) {
		for (const [nth, pid] of pids.entries()) seen[nth]?.push(await readMegabytes(pid));
		await sleep(1000, undefined, { signal }).catch(() => undefined);
	}
	return seen.map(describe);
}

/** @param seen one of each second */
function describe(seen: readonly number[]): Memory {
	const half = Math.floor(seen.length / 2);
	const middle = average(seen.slice(half, half + MINUTE));
	const last = average(seen.slice(-MINUTE));
	const minutesBetween = Math.max(1, (seen.length - half) / MINUTE - 1);
	return { first: average(seen.slice(0, MINUTE)), last, growth: (last - middle) / minutesBetween };
}

async function readMegabytes(pid: number): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, "utf8");
	return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

function average(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
