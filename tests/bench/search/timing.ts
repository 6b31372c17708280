/** Runs `ask` for each of a list, so many at a time, and gives the milliseconds of each, and what failed. */
export async function timeAll<Value>(
	values: readonly Value[],
	atOnce: number,
	ask: (value: Value) => Promise<unknown>,
): Promise<{ milliseconds: number[]; slowest: { value: Value; ms: number } | undefined; failures: unknown[] }> {
	const milliseconds: number[] = [];
	const failures: unknown[] = [];
	let slowest: { value: Value; ms: number } | undefined;
	const queue = [...values];
	const work = async () => {
		for (let value = queue.shift(); value !== undefined; value = queue.shift()) {
			const startedAt = performance.now();
			await ask(value).catch((error: unknown) => failures.push(error));
			const ms = performance.now() - startedAt;
			milliseconds.push(ms);
			if (slowest === undefined || ms > slowest.ms) slowest = { value, ms };
		}
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	return { milliseconds, slowest, failures };
}

/** @param share 0.95 for the 95th percentile */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
