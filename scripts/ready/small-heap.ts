import v8 from "node:v8";

/**
 * Has the heap stay small while batches come and go. Left to itself, the space for what is young grows with them to a hundred
 * megabytes of nothing, and the rest to twice what lives between two collections.
 */
export function keepHeapSmall(): void {
	v8.setFlagsFromString("--semi-space-growth-factor=1");
	v8.setFlagsFromString("--heap-growing-percent=40");
}
