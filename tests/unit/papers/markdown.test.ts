import fc from "fast-check";
import { expect, it } from "vitest";
import type { PaperId } from "@/lib/papers/ids";
import { toPaperMarkdown } from "@/lib/papers/markdown";
import { anyMarkdown } from "./any-markdown";
import { paperDetails } from "./details";

const SITE = "https://papers.example.org";

it("holds all that there is to say of a paper", () => {
	expect(toPaperMarkdown(paperDetails(), SITE)).toBe(`# Alignment Faking

- Authors: Ryan Greenblatt, Carson Denison
- Organisation: Anthropic
- Published: 2024-12-18
- Newest version: 2 of 2024-12-20
- Listed: 2024-12-19, number 3 of the day
- Upvotes: 12 (2 cast here, 10 from Hugging Face)
- Topics: Artificial Intelligence, alignment
- Page: <https://papers.example.org/papers/2412.14093>
- arXiv: <https://arxiv.org/abs/2412.14093>
- PDF: <https://arxiv.org/pdf/2412.14093>
- Code: <https://github.com/owner/repo_x> (12 stars)
- Project: <https://example.org/a%20project>

## Abstract

We present a demonstration.

## AI summary

*Written by a model (model-1), not by the authors.*

Models fake.

## BibTeX

\`\`\`bibtex
@misc{greenblatt2024alignment_2412.14093,
  title = {{Alignment Faking}},
  author = {Greenblatt, Ryan and Denison, Carson},
  year = {2024},
  month = dec,
  eprint = {2412.14093},
  archivePrefix = {arXiv},
  primaryClass = {cs.AI},
  doi = {10.48550/arXiv.2412.14093},
  url = {https://arxiv.org/abs/2412.14093},
  abstract = {We present a demonstration.},
}
\`\`\`
`);
});

it("leaves out what is not known, and links to no arXiv for what arXiv has not", () => {
	const bare = toPaperMarkdown(
		paperDetails({
			id: "sample-a-b" as PaperId,
			abstract: { text: "", html: null },
			source: { title: "Alignment Faking", abstract: "" },
			aiSummary: null,
			authors: [],
			authorCount: 664,
			organization: null,
			publishedOn: null,
			version: null,
			editionDate: null,
			rank: null,
			topics: [],
			code: null,
			projectPage: "javascript:alert(1)",
			upvotes: { total: 1, local: 1, imported: 0, importSource: null },
		}),
		SITE,
	);
	expect(bare.split("\n## BibTeX")[0]).toBe(`# Alignment Faking

- Authors: 664
- Upvotes: 1 (cast here)
- Page: <https://papers.example.org/papers/sample-a-b>
`);
});

it("has the same lines, whatever stands in titles, names and abstracts", () => {
	/** What begins each line outside of the BibTeX: only we begin lines. */
	const shape = (markdown: string) =>
		(markdown.split("\n## BibTeX\n")[0] ?? "").split("\n").map((line) => /^(#+ |- \w[\w ]*: |\*)?/.exec(line)?.[0]);
	const text = anyMarkdown.map((any) => `x${any}`);
	fc.assert(
		fc.property(text, text, text, text, (title, abstract, name, summary) => {
			const hostile = paperDetails({
				title: { text: title, html: null },
				abstract: { text: abstract, html: null },
				source: { title, abstract },
				authors: [{ name, slug: "x" }],
				organization: { name, slug: "x" },
				topics: [{ name, slug: "x" }],
				aiSummary: { text: summary, model: name },
			});
			expect(shape(toPaperMarkdown(hostile, SITE))).toEqual(shape(toPaperMarkdown(paperDetails(), SITE)));
		}),
	);
});
