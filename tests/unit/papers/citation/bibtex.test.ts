import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBibtex, toBibtexList } from "@/lib/papers/citation/bibtex";
import { citationKey } from "@/lib/papers/citation/key";
import { foldLines } from "@/lib/papers/citation/text";
import { parsePaperId } from "@/lib/papers/ids";
import { anyPaper, citedPaper } from "./papers";
import { printName, readBibtex, readBibtexFields } from "./readers";

it("writes a preprint as arXiv's readers expect it", () => {
	expect(toBibtex(citedPaper())).toBe(`@misc{greenblatt2024alignment_2412.14093,
  title = {{Alignment Faking in Large Language Models}},
  author = {Greenblatt, Ryan and Denison, Carson},
  year = {2024},
  month = dec,
  eprint = {2412.14093},
  archivePrefix = {arXiv},
  primaryClass = {cs.AI},
  doi = {10.48550/arXiv.2412.14093},
  url = {https://arxiv.org/abs/2412.14093},
  abstract = {We present a demonstration.},
  keywords = {alignment, language models},
}
`);
});

it("writes an article where the journal is known, under the journal's DOI", () => {
	const paper = citedPaper({ doi: "10.1103/PhysRevD.{76}.013009", journalRef: "Phys. Rev. D 76, 013009 (2007)" });
	expect(readBibtexFields(toBibtex(paper))).toMatchObject([
		{
			type: "article",
			properties: { journal: "Phys. Rev. D 76, 013009 (2007)", doi: "10.1103/PhysRevD.%7B76%7D.013009" },
		},
	]);
});

it("leaves out what is not known", () => {
	const paper = citedPaper({
		id: parsePaperId("sample-a-b"),
		authors: [],
		publishedOn: null,
		abstract: "",
		categories: [],
		keywords: [],
	});
	expect(toBibtex(paper)).toBe(
		"@misc{paperalignment_sample-a-b,\n  title = {{Alignment Faking in Large Language Models}},\n}\n",
	);
});

describe("a title", () => {
	it.each([
		[
			"Q&A at 50% of $5: #1_b ~ C^2 | a<b>c",
			"Q\\&A at 50\\% of \\$5: \\#1\\_b {\\textasciitilde} C{\\textasciicircum}2 {\\textbar} a{\\textless}b{\\textgreater}c",
		],
		["Escaped \\& already, 5\\%", "Escaped \\& already, 5\\%"],
		["$\\alpha$-VAE in $O(n^2)$", "$\\alpha$-VAE in $O(n^2)$"],
		["Sets $\\{x\\}$ of \\(50%\\)", "Sets $\\lbrace x\\rbrace $ of $50\\%$"],
		["$x\\_1\\ $ and $\\rm Loss$", `$x{\\_}1\\ $ and $\{\\rm Loss}$`],
		["An \\emph{easy} \\textbf{$\\beta$-test}", "An \\emph{easy} \\textbf{$\\beta$-test}"],
		["Andr\\'e's caf\\'{e}", "André's café"],
		["Open { brace", "Open {\\textbraceleft} brace"],
		["Closing } brace", "Closing {\\textbraceright} brace"],
		["\\emph{never closed", "never closed"],
		["\\input{/etc/passwd}", "{\\textbackslash}input{\\textbraceleft}/etc/passwd{\\textbraceright}"],
		["$2\\input{a}$", "\\$2{\\textbackslash}input{\\textbraceleft}a{\\textbraceright}\\$"],
		["^^5cinput x", "{\\textasciicircum}{\\textasciicircum}5cinput x"],
		["Ends in \\", "Ends in {\\textbackslash}"],
		["注意力 → É", "注意力 → É"],
		["One\r\ntwo\tthree\0four", "One two three four"],
	])("%j prints as it is meant", (title, latex) => {
		const inner = /^\{\\|^\\/.test(latex) ? `{}${latex}` : latex;
		expect(toBibtex(citedPaper({ title }))).toContain(`\n  title = {{${inner}}},\n`);
	});
});

describe("authors", () => {
	it.each([
		["Wil M. P. van der Aalst", "van der Aalst, Wil M. P."],
		["Antonio Laverghetta Jr.", "Laverghetta, Jr., Antonio"],
		["Flor Miriam Plaza-del-Arco", "{Plaza-del-Arco}, Flor Miriam"],
		["Johnson and Johnson", "{Johnson and Johnson}"],
		["AT&T Labs", "{AT\\&T Labs}"],
		["OpenAI, Inc.", "{OpenAI, Inc.}"],
		["others", "{others}"],
		["王小明", "{王小明}"],
		["a } b", "{a {\\textbraceright} b}"],
	])("%s is written %s", (name, written) => {
		const text = toBibtex(citedPaper({ authors: ["Ada Lovelace", name, "Linus"] }));
		expect(text).toContain(`\n  author = {Lovelace, Ada and ${written} and {Linus}},\n`);
	});
});

describe("a list", () => {
	it("has each paper once, under the key that it has alone", () => {
		const first = citedPaper();
		const twin = citedPaper({ id: parsePaperId("2412.14094") });
		const read = readBibtexFields(toBibtexList([first, twin, first]));
		expect(read.map(({ label }) => label)).toEqual([citationKey(first), citationKey(twin)]);
		expect(citationKey(first)).not.toBe(citationKey(twin));
	});

	it("is empty without papers", () => expect(toBibtexList([])).toBe(""));
});

describe("whatever a source says", () => {
	it("another program reads one entry, with every author", () => {
		fc.assert(
			fc.property(anyPaper, (paper) => {
				const text = toBibtex(paper);
				const [entry, ...others] = readBibtexFields(text);
				expect(others).toEqual([]);
				expect(entry?.label).toBe(citationKey(paper));
				const [reference] = readBibtex(text);
				expect((reference?.author ?? []).map(printName).map(plainly)).toEqual(foldLines(paper.authors).map(plainly));
			}),
			{ numRuns: 500 },
		);
	});

	it("braces balance as BibTeX counts them, which knows no escaped ones", () => {
		fc.assert(
			fc.property(anyPaper, (paper) => {
				let depth = 0;
				for (const [brace] of toBibtex(paper).matchAll(/[{}]/g)) {
					depth += brace === "{" ? 1 : -1;
					expect(depth).toBeGreaterThanOrEqual(0);
				}
				expect(depth).toBe(0);
			}),
			{ numRuns: 500 },
		);
	});

	it("no command is written but those of ours and of formulas", () => {
		const ours =
			/^\\(emph|textbf|texttt|textless|textgreater|textbraceleft|textbraceright|textbackslash|textasciicircum|textasciitilde|textbar|lbrace|rbrace|frac)$/;
		fc.assert(
			fc.property(anyPaper, (paper) => {
				// As TeX reads it: two backslashes end a line, and letters after them are no command.
				const commands = (toBibtex(paper).match(/\\(?:[a-z]+|.)/gis) ?? []).filter((command) => /[a-z]/i.test(command));
				for (const command of commands) expect(command).toMatch(ours);
			}),
			{ numRuns: 500 },
		);
	});
});

/** A name without what LaTeX, by design, sets otherwise: its ligatures, and spaces of all kinds. */
function plainly(name: string): string {
	return name.replace(/[-–—'`"“”,\s]+/g, "");
}
