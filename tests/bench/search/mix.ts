import type { SearchOrder } from "@/lib/search/types";
import { query } from "../../db/query";
import { createSeeded, type Seeded } from "../seeded";

export type Asked = { text: string; order: SearchOrder };

type Sampled = { title: string; abstract: string; author: string; topic: string | null; day: string };

const SEED = 11;
/** Words of most papers, alone and together: what costs most if nothing bounds it. */
const COMMON = [
	"model",
	"language model",
	"models learning data",
	"we propose a new method",
	"training language models",
	"results",
];

/** So many searches as people make them, about papers that are there. */
export async function mixSearches(url: string, count: number): Promise<Asked[]> {
	const seeded = createSeeded(SEED);
	const papers = await samplePapers(url, count);
	return papers.map((paper, index) => ({
		text: write(paper, index, seeded),
		order: seeded.pick<SearchOrder>(["relevance", "relevance", "relevance", "top", "new"]),
	}));
}

/** Beginnings of titles, names and topics, of one letter to some words. */
export async function mixPrefixes(url: string, count: number): Promise<string[]> {
	const seeded = createSeeded(SEED);
	const papers = await samplePapers(url, count);
	return papers.map(({ title, author, topic }) => {
		const text = seeded.pick([title, title, author, topic ?? title]);
		return text.slice(0, 1 + seeded.below(Math.min(18, text.length)));
	});
}

async function samplePapers(url: string, count: number): Promise<Sampled[]> {
	await query(url, "SELECT setseed(0.5)");
	return query<Sampled>(
		url,
		`SELECT p.title, p.abstract, p.edition_date::text AS day,
			(SELECT name FROM paper_authors WHERE paper_id = p.id ORDER BY position LIMIT 1) AS author,
			(SELECT t.name FROM paper_topics pt JOIN topics t ON t.id = pt.topic_id WHERE paper_id = p.id ORDER BY position LIMIT 1) AS topic
		FROM papers p
		WHERE id IN (SELECT id FROM papers ORDER BY md5(id) LIMIT ${count}) ORDER BY md5(id)`,
	);
}

function write({ title, abstract, author, topic, day }: Sampled, index: number, seeded: Seeded): string {
	const words = (text: string, count: number) => seeded.sample(text.split(" "), count).join(" ");
	const kinds = [
		() => words(title, 2),
		() => words(title, 3),
		() => title,
		() => misspell(words(title, 4), seeded),
		() => words(abstract, 8),
		() => `${words(title, 1)} author:${author.split(" ").at(-1)}`,
		() => `author:"${author}"`,
		() => `${words(abstract, 2)} since:${day.slice(0, 4)} until:${day.slice(0, 7)}`,
		() => `"${title.split(" ").slice(0, 2).join(" ")}" -${words(abstract, 1)}`,
		() => `${words(title, 2)} min:20 has:code`,
		() => (topic === null ? words(title, 2) : `${words(title, 1)} ${topic}`),
		() => seeded.pick(COMMON),
	];
	return kinds[index % kinds.length]?.() ?? title;
}

function misspell(text: string, seeded: Seeded): string {
	const at = seeded.below(text.length);
	return text.slice(0, at) + text.slice(at + 1);
}
