/** A word that the archive knows, and in how many papers it stands. */
export type KnownWord = { word: string; papers: number };

/** Up to this length one slip may make a word, above it two. */
const SHORT = 5;

/** Of words that look alike, the one that a person most likely meant: fewest slips, then the commonest; undefined if none is near. */
export function nearestWord(typed: string, known: readonly KnownWord[]): string | undefined {
	const allowed = typed.length <= SHORT ? 1 : 2;
	return known
		.map(({ word, papers }) => ({ word, papers, slips: countSlips(typed, word) }))
		.filter(({ slips }) => slips <= allowed)
		.sort((a, b) => a.slips - b.slips || b.papers - a.papers || (a.word < b.word ? -1 : 1))[0]?.word;
}

/** Letters left out, put in, mistaken or swapped with the next one (the restricted Damerau-Levenshtein distance). */
export function countSlips(from: string, to: string): number {
	const [a, b] = [[...from], [...to]];
	let before: number[] = [];
	let last = b.map((_, index) => index);
	last.push(b.length);
	for (const [i, letter] of a.entries()) {
		const row = [i + 1];
		for (const [j, other] of b.entries()) {
			const swapped = letter === b[j - 1] && a[i - 1] === other ? at(before, j - 1) + 1 : Number.POSITIVE_INFINITY;
			row.push(Math.min(at(last, j + 1) + 1, at(row, j) + 1, at(last, j) + (letter === other ? 0 : 1), swapped));
		}
		[before, last] = [last, row];
	}
	return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
	return row[index] ?? Number.POSITIVE_INFINITY;
}
