/** A month in which papers were listed, `2026-06`, and how many. */
export type Month = { month: string; papers: number };

/**
 * Some months by the fewest marks of documents: whole years, whole quarters, and months. Months without papers are in none.
 *
 * @param months whichever of `all`
 * @param all months in which papers were listed
 */
export function markPeriod(months: readonly Month[], all: readonly Month[]): string[] {
	const chosen = [...new Set(months.map(({ month }) => month))];
	const held = countMarks(all.map(({ month }) => month));
	const taken = countMarks(chosen);
	const marks = chosen.map(
		(month) => [yearMark(month), quarterMark(month)].find((mark) => held.get(mark) === taken.get(mark)) ?? `/m${month}`,
	);
	return [...new Set(marks)];
}

/** How many months each year and each quarter has. */
function countMarks(months: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const month of months)
		for (const mark of [yearMark(month), quarterMark(month)]) counts.set(mark, (counts.get(mark) ?? 0) + 1);
	return counts;
}

function yearMark(month: string): string {
	return `/y${month.slice(0, 4)}`;
}

function quarterMark(month: string): string {
	return `/q${month.slice(0, 4)}-${Math.ceil(Number(month.slice(5)) / 3)}`;
}
