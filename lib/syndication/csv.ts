/** What makes a spreadsheet take a cell for a formula. */
const FORMULA = /^[=+\-@\t\r\n]/;

/** A line of CSV (RFC 4180), its end included. A cell that a spreadsheet would run gets an apostrophe in front. */
export function toCsvLine(cells: readonly (string | number | null)[]): string {
	return `${cells.map(toCell).join(",")}\r\n`;
}

function toCell(value: string | number | null): string {
	const text = String(value ?? "").replace(FORMULA, "'$&");
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
