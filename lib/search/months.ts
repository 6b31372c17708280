/** A month in which papers were listed, `2026-06`, and how many. */
export type Month = { month: string; papers: number };

/**
 * Some months by the fewest marks of documents: whole years, whole quarters, and months. Months without papers are in none.
 *
 * @param months whichever of `all`
 * @param all months in which papers were listed
 */
export function markPeriod(months: readonly Month[], all: readonly Month[]): string[] {
	const chosen = new Set(months.map(({ month }) => month));
	const isWhole = (mark: (month: string) => string, month: string) =>
		all.every((other) => mark(other.month) !== mark(month) || chosen.has(other.month));
	const marks = [...chosen].map(
		(month) => [yearMark, quarterMark].find((mark) => isWhole(mark, month))?.(month) ?? `/m${month}`,
	);
	return [...new Set(marks)];
}

function yearMark(month: string): string {
	return `/y${month.slice(0, 4)}`;
}

function quarterMark(month: string): string {
	return `/q${month.slice(0, 4)}-${Math.ceil(Number(month.slice(5)) / 3)}`;
}
