/** A cell, quoted or not, and what follows it: a comma, a line break, or the end. Nothing else may. */
const CELL = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r?\n|$)/y;

/** A row, and the number of the line on which it begins, from 1. */
export type CsvRow = { line: number; cells: string[] };

/**
 * Reads CSV by the letter of RFC 4180, beside which lines may end as Unix has them, and a byte order mark may come first.
 *
 * @returns the rows, empty lines left out; or the line on which something stands where it may not
 */
export function parseCsv(text: string): { rows: CsvRow[] } | { brokenLine: number } {
	const rows: CsvRow[] = [];
	let line = 1;
	let row: CsvRow = { line, cells: [] };
	let at = text.startsWith("\uFEFF") ? 1 : 0;
	for (;;) {
		CELL.lastIndex = at;
		const match = CELL.exec(text);
		if (match === null) return { brokenLine: line };
		const [all, quoted, bare = "", end] = match;
		row.cells.push(quoted?.replaceAll('""', '"') ?? bare);
		line += all.split("\n").length - 1;
		at += all.length;
		if (end === ",") continue;
		if (row.cells.length > 1 || all.trim() !== "") rows.push(row);
		if (at === text.length) return { rows };
		row = { line, cells: [] };
	}
}
