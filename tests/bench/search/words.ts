import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import type { Seeded } from "../seeded";

const line = z.object({
	paper: z.object({
		title: z.string(),
		summary: z.string(),
		authors: z.object({ name: z.string() }).array(),
		ai_keywords: z.string().array().optional(),
		upvotes: z.int(),
	}),
});

/** Draws of what the archive's papers are made of, each as often as it is there. */
export type WordStatistics = {
	titleWord(seeded: Seeded): string;
	abstractWord(seeded: Seeded): string;
	nameWord(seeded: Seeded): string;
	/** A number of title words, abstract words, authors, upvotes, keywords as some paper has. */
	shape(seeded: Seeded): { title: number; abstract: number; authors: number; keywords: number; upvotes: number };
	keywords: string[];
};

/** Reads the archive into lists to draw from: a word that stands in it a thousand times stands in the list a thousand times. */
export async function readStatistics(archive: string): Promise<WordStatistics> {
	const [titles, abstracts, names, keywords]: string[][] = [[], [], [], []];
	const shapes: ReturnType<WordStatistics["shape"]>[] = [];
	for await (const text of createInterface({ input: createReadStream(archive).pipe(createGunzip()) })) {
		const { paper } = line.parse(JSON.parse(text));
		const title = toWords(paper.title);
		const abstract = toWords(paper.summary);
		titles?.push(...title);
		abstracts?.push(...abstract);
		names?.push(...paper.authors.flatMap(({ name }) => toWords(name)));
		keywords?.push(...(paper.ai_keywords ?? []));
		shapes.push({
			title: title.length,
			abstract: abstract.length,
			authors: paper.authors.length,
			keywords: paper.ai_keywords?.length ?? 0,
			upvotes: paper.upvotes,
		});
	}
	const from =
		(list: string[] = []) =>
		(seeded: Seeded) =>
			seeded.pick(list);
	return {
		titleWord: from(titles),
		abstractWord: from(abstracts),
		nameWord: from(names),
		shape: (seeded) => seeded.pick(shapes),
		keywords: [...new Set(keywords)].filter((name) => /^[\w -]+$/.test(name)),
	};
}

function toWords(text: string): string[] {
	return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}
