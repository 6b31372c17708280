import fc from "fast-check";
import { expect, it } from "vitest";
import { toRis } from "@/lib/papers/citation/ris";
import { foldLines, toPlainLine } from "@/lib/papers/citation/text";
import { parsePaperId } from "@/lib/papers/ids";
import { anyPaper, citedPaper } from "./papers";
import { readRis } from "./readers";

it("writes a preprint line by line", () => {
	const paper = citedPaper({ title: "The $\\alpha$ of\r\nTY  - things", authors: ["Ada Lovelace", "OpenAI"] });
	expect(toRis(paper).split("\r\n")).toEqual([
		"TY  - UNPB",
		"ID  - lovelace2024ty_2412.14093",
		"TI  - The α of TY - things",
		"AU  - Lovelace, Ada",
		"AU  - OpenAI",
		"PY  - 2024",
		"DA  - 2024/12/18/",
		"AB  - We present a demonstration.",
		"KW  - alignment",
		"KW  - language models",
		"DO  - 10.48550/arXiv.2412.14093",
		"DB  - arXiv",
		"AN  - arXiv:2412.14093",
		"UR  - https://arxiv.org/abs/2412.14093",
		"L1  - https://arxiv.org/pdf/2412.14093",
		"ER  - ",
		"",
	]);
});

it("is a journal's article where the journal is known", () => {
	const ris = toRis(citedPaper({ journalRef: "JMLR 25 (2024)", doi: "10.5555/1" }));
	expect(readRis(ris)).toMatchObject([
		{
			type: "article-journal",
			"container-title": "JMLR 25 (2024)",
			DOI: "10.5555/1",
			issued: { "date-parts": [[2024, 12, 18]] },
		},
	]);
});

it("says of a paper outside arXiv what is known of it", () => {
	const paper = citedPaper({
		id: parsePaperId("sample-a-b"),
		authors: [],
		publishedOn: null,
		abstract: "",
		keywords: [],
	});
	expect(toRis(paper)).toBe(
		"TY  - UNPB\r\nID  - paperalignment_sample-a-b\r\nTI  - Alignment Faking in Large Language Models\r\nER  - \r\n",
	);
});

it("is one record with every author, whatever a source says", () => {
	fc.assert(
		fc.property(fc.array(anyPaper, { minLength: 1, maxLength: 3 }), (papers) => {
			const text = papers.map(toRis).join("");
			expect(text.replaceAll("\r\n", "")).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
			const read = readRis(text);
			expect(read.map(({ title }) => title ?? "")).toEqual(papers.map(({ title }) => toPlainLine(title)));
			expect(read.map(({ author }) => author?.length ?? 0)).toEqual(
				papers.map(({ authors }) => foldLines(authors).length),
			);
		}),
		{ numRuns: 300 },
	);
});
