import fc from "fast-check";
import { expect, it } from "vitest";
import { toCsvLine } from "@/lib/syndication/csv";
import { parseCsv } from "./parse-csv";

const troublesome = fc.string({ unit: fc.constantFrom(..."\"',;=+-@\t\r\n a1é😀") });

it("is read back cell by cell as it was written, but for the apostrophe before what a spreadsheet would run", () => {
	fc.assert(
		fc.property(fc.array(fc.array(troublesome, { minLength: 2, maxLength: 5 })), (rows) => {
			const read = parseCsv(rows.map(toCsvLine).join(""));
			expect(read.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n])/, "")))).toEqual(
				rows.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n])/, ""))),
			);
		}),
	);
});

it("holds no cell that a spreadsheet would take for a formula", () => {
	fc.assert(
		fc.property(fc.array(troublesome, { minLength: 2 }), (cells) => {
			for (const cell of parseCsv(toCsvLine(cells)).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
		}),
	);
	expect(toCsvLine(["=1+1", "a=1", -1])).toBe("'=1+1,a=1,'-1\r\n");
});

it("writes numbers, and nothing for what is not known", () => {
	expect(toCsvLine([12, null, 'say "hi"', "a,b"])).toBe('12,,"say ""hi""","a,b"\r\n');
});
