import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type CorpusPaper, makePapers } from "../corpus/papers";
import { nameOf, organizationName } from "../corpus/people";
import { toSentences } from "../corpus/words";

const VOTERS = 1_000;
const SEED = 1;
const SENTENCE = 21;

/** Writes a file of papers of a corpus in the shape of Hugging Face's lists: the same at each run. */
export async function writeSyntheticPapers(file: string, count: number): Promise<void> {
	await pipeline(Readable.from(lines(count)), createWriteStream(file));
}

function* lines(count: number): Generator<string> {
	for (const paper of makePapers({ papers: count, voters: VOTERS, seed: SEED }))
		yield `${JSON.stringify(toItem(paper))}\n`;
}

function toItem({ day, captures, organization, ...paper }: CorpusPaper) {
	return {
		paper: {
			id: paper.id,
			title: paper.title.join(" "),
			summary: toSentences(paper.abstract, SENTENCE),
			authors: paper.authors.map((author) => ({ name: nameOf(author) })),
			publishedAt: `${day}T00:00:00.000Z`,
			upvotes: captures.at(-1)?.upvotes ?? 0,
			ai_keywords: paper.keywords,
			...(organization !== null && {
				organization: { name: `org-${organization}`, fullname: organizationName(organization) },
			}),
		},
		numComments: paper.importedComments,
		_archive: { listedOn: day, capturedAt: `${day}T20:00:00.000Z` },
	};
}
