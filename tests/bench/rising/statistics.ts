const RESAMPLES = 2_000;
/** Any number: the same intervals at every run. */
const SEED = 20_240_101;

export type Estimate = { mean: number; low: number; high: number };

/** Spearman's rank correlation; equal values share the mean of their ranks. 0 where one side is all equal, and so tells nothing. */
export function rankCorrelation(left: readonly number[], right: readonly number[]): number {
	const [a, b] = [centredRanks(left), centredRanks(right)];
	const length = Math.sqrt(dot(a, a) * dot(b, b));
	return length === 0 ? 0 : dot(a, b) / length;
}

export function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The mean, and the middle 95 % of the means of days drawn anew with repetition. */
export function estimateMean(days: readonly number[]): Estimate {
	const random = seededRandom(SEED);
	const draw = () => days[Math.floor(random() * days.length)] ?? Number.NaN;
	const means = Array.from({ length: RESAMPLES }, () => mean(Array.from(days, draw))).sort((a, b) => a - b);
	const quantile = (share: number) => means[Math.floor(share * (RESAMPLES - 1))] ?? Number.NaN;
	return { mean: mean(days), low: quantile(0.025), high: quantile(0.975) };
}

function centredRanks(values: readonly number[]): number[] {
	const middle = (values.length - 1) / 2;
	return values.map((value) => {
		const below = values.filter((other) => other < value).length;
		const equal = values.filter((other) => other === value).length;
		return below + (equal - 1) / 2 - middle;
	});
}

function dot(a: readonly number[], b: readonly number[]): number {
	return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

/** A linear congruential generator (Knuth, MMIX), of which the upper bits are used. */
function seededRandom(seed: number): () => number {
	let state = BigInt(seed);
	return () => {
		state = BigInt.asUintN(64, state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n);
		return Number(state >> 11n) / 2 ** 53;
	};
}
