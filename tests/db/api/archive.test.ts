import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import fc from "fast-check";
import { beforeAll, describe, expect, it, test } from "vitest";
import { z } from "zod";
import { runIngest } from "@/lib/ingest/run";
import { papersFile } from "@/lib/ingest/windows";
import { archivePath } from "../../archive";
import { listDaily } from "./scene";

const archive = archivePath();
const MISSING = "the archive: ../shared/data is not there (SHARED_DATA moves it)";
const DAYS = 50;
const SEED = 20_260_608;

const item = z.object({
	paper: z.object({
		id: z.string(),
		title: z.string(),
		summary: z.string(),
		authors: z.array(z.object({ name: z.string() })),
		upvotes: z.int(),
	}),
	numComments: z.int(),
});
type Item = z.infer<typeof item>;

/**
 * Our answers against Hugging Face's own. Two differences are meant: line breaks and runs of spaces in titles, abstracts and
 * names are folded to one space, and Unicode is NFC. Of all their authors 26 are marked as hidden: that mark is not kept, and
 * ours never are. The archive keeps a day's items by id, so that of their order its counts alone tell: the most upvoted first.
 * Among equals theirs follows no rule that the answers tell; ours is the earlier listing, then the id.
 */
describe.skipIf(archive === undefined)(archive === undefined ? MISSING : "the lists of the archive", () => {
	const days = new Map<string, Item[]>();

	beforeAll(async () => {
		const archived = item.extend({ _archive: z.object({ listedOn: z.string() }) });
		for await (const line of createInterface(createReadStream(archive ?? "").pipe(createGunzip()))) {
			const { _archive, ...given } = archived.parse(JSON.parse(line));
			days.set(_archive.listedOn, [...(days.get(_archive.listedOn) ?? []), given]);
		}
		await runIngest({ now: new Date(), source: "file", windows: [papersFile(archive ?? "")] });
	}, 120_000);

	it(`of ${DAYS} days are theirs, item for item, in the order of upvotes`, async () => {
		const chosen = fc.sample(fc.shuffledSubarray([...days.keys()], { minLength: DAYS, maxLength: DAYS }), {
			seed: SEED,
			numRuns: 1,
		});
		for (const day of chosen.flat()) {
			const ours = await listDaily(`?date=${day}&limit=100`);
			expect(ours.map(compared).sort(byId), day).toEqual(days.get(day)?.map(toFolded).map(compared).sort(byId));
			const counts = ours.map(({ paper }) => paper.upvotes);
			expect(counts, day).toEqual([...counts].sort((a, b) => b - a));
			for (const { paper, title, summary } of ours) expect([title, summary]).toEqual([paper.title, paper.summary]);
		}
	});

	test.each(["2024-05-27", "2025-06-10", "2026-02-25"])(
		"of %s stands as in their whole answer, but for papers of equal counts",
		async (day) => {
			const text = await readFile(archivePath(`raw/hf_api_daily_papers_${day}.json`) ?? "", "utf8");
			const theirs = item.array().parse(JSON.parse(text));
			const ours = await listDaily(`?date=${day}`);
			expect(ours.map(countOf)).toEqual(theirs.map(countOf));
			expect(ours.map(idOf).sort()).toEqual(theirs.map(idOf).sort());
		},
	);
});

function compared({ paper: { id, title, summary, authors, upvotes }, numComments }: Item) {
	return { id, title, summary, authors: authors.map(({ name }) => name), upvotes, numComments };
}

function toFolded({ paper, ...given }: Item): Item {
	const authors = paper.authors.map(({ name }) => ({ name: fold(name) }));
	return { ...given, paper: { ...paper, title: fold(paper.title), summary: fold(paper.summary), authors } };
}

function fold(text: string): string {
	return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

function byId(a: { id: string }, b: { id: string }): number {
	return a.id < b.id ? -1 : 1;
}

function idOf({ paper }: { paper: { id: string } }): string {
	return paper.id;
}

function countOf({ paper }: { paper: { upvotes: number } }): number {
	return paper.upvotes;
}
