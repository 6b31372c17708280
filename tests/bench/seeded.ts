/** Numbers that look random and are the same at each run. */
export type Seeded = {
	/** A whole number from 0 to below `end`. */
	below(end: number): number;
	/** So many different ones of a list, in its order; all if it has no more. */
	sample<Value>(list: readonly Value[], count: number): Value[];
	pick<Value>(list: readonly Value[]): Value;
};

/** Mulberry32: small, and the same everywhere. */
export function createSeeded(seed: number): Seeded {
	let state = seed;
	const below = (end: number) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
	};
	const sample = <Value>(list: readonly Value[], count: number) => {
		let wanted = count;
		return list.filter((_, index) => {
			if (below(list.length - index) >= wanted) return false;
			wanted--;
			return true;
		});
	};
	const pick = <Value>(list: readonly Value[]) => {
		const one = list[below(list.length)];
		if (one === undefined) throw new Error("nothing to pick from");
		return one;
	};
	return { below, sample, pick };
}
