import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { toBibtexList } from "@/lib/papers/citation/bibtex";
import { toRis } from "@/lib/papers/citation/ris";
import { foldLines, toPlainLine } from "@/lib/papers/citation/text";
import type { CitedPaper } from "@/lib/papers/citation/types";
import { parsePaperId } from "@/lib/papers/ids";
import { parseUtcDate } from "@/lib/time";
import { archivePath } from "../../../archive";
import { printName, type Reference, readBibtex, readBibtexFields, readRis } from "./readers";

const archive = archivePath();
const MISSING = "the archive: ../shared/data is not there (SHARED_DATA moves it)";

const paper = z.object({
	id: z.string().transform((id) => parsePaperId(id) ?? z.NEVER),
	title: z.string(),
	summary: z.string(),
	publishedAt: z.string().transform((instant) => parseUtcDate(instant.slice(0, 10)) ?? null),
	authors: z.array(z.object({ name: z.string() })),
	ai_keywords: z.array(z.string()).nullish(),
});

// Other programs read some ten thousand entries: seconds, but many of them on a machine that does other things as well.
const PATIENCE = { timeout: 180_000 };

describe.skipIf(archive === undefined)(
	archive === undefined ? MISSING : "citations of the whole archive",
	PATIENCE,
	() => {
		const papers = new Map<string, CitedPaper>();

		beforeAll(async () => {
			for await (const line of createInterface(createReadStream(archive ?? "").pipe(createGunzip()))) {
				const { summary, publishedAt, ...read } = z.object({ paper }).parse(JSON.parse(line)).paper;
				papers.set(read.id, {
					id: read.id,
					title: read.title,
					authors: read.authors.map(({ name }) => name),
					publishedOn: publishedAt,
					revisedOn: null,
					abstract: summary,
					categories: [],
					doi: null,
					journalRef: null,
					keywords: read.ai_keywords ?? [],
				});
			}
		});

		/** Holds what was read against the papers: authors in order, and what `parts` picks of both. */
		function expectAll(read: Reference[], parts: (paper: CitedPaper, reference: Reference) => [unknown, unknown]) {
			expect(read).toHaveLength(7875);
			for (const [at, paper] of [...papers.values()].entries()) {
				const reference = read[at] ?? { type: "missing" };
				expect((reference.author ?? []).map(printName), paper.id).toEqual(
					// `S. -H.` for `S.-H.` is arXiv's way of printing it.
					foldLines(paper.authors).map((name) => name.replace(". -", ".-")),
				);
				const [found, given] = parts(paper, reference);
				expect(found, paper.id).toEqual(given);
			}
		}

		it("are whole in BibTeX, under keys of their own", () => {
			const text = toBibtexList(papers.values());
			const entries = readBibtexFields(text);
			expect(entries.map(({ properties }) => properties.eprint)).toEqual([...papers.keys()]);
			expect(new Set(entries.map(({ label }) => label)).size).toBe(7875);
			expectAll(readBibtex(text), (paper, { title = "", abstract = "", issued, URL, DOI }) => {
				// The reader sets formulas in its own way, and styles in HTML.
				const hasFormula = /\$|\\[([]/.test(paper.abstract);
				return [
					[
						withoutStyles(title),
						hasFormula || withoutStyles(abstract),
						issued?.["date-parts"][0]?.slice(0, 2),
						URL,
						DOI,
					],
					[
						toPlainLine(paper.title),
						hasFormula || toPlainLine(paper.abstract),
						paper.publishedOn?.split("-").slice(0, 2).map(Number),
						`https://arxiv.org/abs/${paper.id}`,
						`10.48550/arXiv.${paper.id}`,
					],
				];
			});
		});

		it("are whole in RIS", () => {
			expectAll(readRis([...papers.values()].map(toRis).join("")), (paper, { title, abstract, issued, URL, DOI }) => [
				[title, abstract, issued?.["date-parts"][0], URL, DOI],
				[
					toPlainLine(paper.title),
					toPlainLine(paper.abstract),
					paper.publishedOn?.split("-").map(Number),
					`https://arxiv.org/abs/${paper.id}`,
					`10.48550/arXiv.${paper.id}`,
				],
			]);
		});
	},
);

function withoutStyles(html: string): string {
	return html.replace(/<\/?[ib]>/g, "");
}
