/** A line break of RFC 4180, the end, or a cell's separator must follow each cell; anything else is no CSV. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y;

/**
 * Reads CSV by the letter of RFC 4180.
 *
 * @throws at the first character that stands where it may not
 */
export function parseCsv(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	for (let at = 0; at < text.length; ) {
		CELL.lastIndex = at;
		const match = CELL.exec(text);
		if (match === null) throw new Error(`no CSV at character ${at}`);
		row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
		at += match[0].length;
		if (match[3] === ",") continue;
		if (match[3] === "") throw new Error("the last line has no end");
		rows.push(row);
		row = [];
	}
	return rows;
}
