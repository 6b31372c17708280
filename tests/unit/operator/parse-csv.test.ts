import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCsv } from "@/lib/operator/parse-csv";

const cells = (text: string) => {
	const parsed = parseCsv(text);
	return "rows" in parsed ? parsed.rows.map((row) => row.cells) : parsed;
};

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe("reading CSV", () => {
	it("gives back whatever was written, with either line break, quoted where it must be or everywhere", () => {
		const cell = fc.oneof(
			fc.string({ unit: "grapheme" }),
			fc.string({ unit: fc.constantFrom('"', ",", "\r", "\n", "a") }),
		);
		// A row of one empty cell is an empty line.
		const row = fc.array(cell, { minLength: 1, maxLength: 5 }).filter((all) => all.length > 1 || all[0]?.trim() !== "");
		fc.assert(
			fc.property(
				fc.array(row, { minLength: 1, maxLength: 8 }),
				fc.constantFrom("\n", "\r\n"),
				fc.boolean(),
				fc.boolean(),
				(rows, lineBreak, quotesAll, endsLine) => {
					const write = (text: string) => (quotesAll || /[",\r\n\uFEFF]/.test(text) ? quote(text) : text);
					const text = rows.map((all) => all.map(write).join(",")).join(lineBreak) + (endsLine ? lineBreak : "");
					expect(cells(text)).toEqual(rows);
				},
			),
			{ numRuns: 500 },
		);
	});

	it("never throws, and names a line of the text where it stops", () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom('"', ",", "\r", "\n", "a", " ") }), (text) => {
				const parsed = parseCsv(text);
				if ("brokenLine" in parsed) expect(parsed.brokenLine).toBeLessThanOrEqual(text.split("\n").length);
			}),
			{ numRuns: 1000 },
		);
	});

	it.each([
		["a quote in a bare cell", 'a,b\nc"d,e', 2],
		["something after a closing quote", 'a,b\n"c" ,d', 2],
		["a quote that is never closed", 'a\nb\n"c\nd', 3],
		["a lone carriage return", "a\rb", 1],
	])("stops at %s", (_, text, brokenLine) => {
		expect(parseCsv(text)).toEqual({ brokenLine });
	});

	it("passes over empty lines and a byte order mark, and counts the lines of quoted cells", () => {
		expect(parseCsv('\uFEFFa,b\n\n"c\nd",e\r\n  \nf,\n')).toEqual({
			rows: [
				{ line: 1, cells: ["a", "b"] },
				{ line: 3, cells: ["c\nd", "e"] },
				{ line: 6, cells: ["f", ""] },
			],
		});
	});

	it("is done with a hundred thousand lines, and with one cell of megabytes, in no time", () => {
		const many = 'reader@example.org,2026-06-08,"A form, of ours"\n'.repeat(100_000);
		const long = quote('a""b,\n'.repeat(1_000_000));
		const startedAt = performance.now();
		expect([cells(many), cells(long)]).toMatchObject([{ length: 100_000 }, { length: 1 }]);
		expect(performance.now() - startedAt).toBeLessThan(5000);
	});
});
