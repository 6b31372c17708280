import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const PER_MONTH = 90_000;
const PEOPLE = 400_000;
const WORDS = "we present a method for training large language models on data that is sparse and noisy".split(" ");

/** Writes a file of papers in the shape of Hugging Face's lists: of the archive's proportions, and the same at each run. */
export async function writeSyntheticPapers(file: string, count: number): Promise<void> {
	await pipeline(Readable.from(lines(count)), createWriteStream(file));
}

function* lines(count: number): Generator<string> {
	const random = createRandom(1);
	for (let index = 0; index < count; index++) yield `${JSON.stringify(item(index, random))}\n`;
}

function item(index: number, random: (below: number) => number) {
	const month = Math.floor(index / PER_MONTH);
	const [year, inYear] = [2020 + Math.floor(month / 12), (month % 12) + 1];
	const two = (value: number) => String(value).padStart(2, "0");
	const day = `${year}-${two(inYear)}-${two(1 + random(28))}`;
	const text = (words: number) => Array.from({ length: words }, () => WORDS[random(WORDS.length)]).join(" ");
	return {
		paper: {
			id: `${two(year % 100)}${two(inYear)}.${String(index % PER_MONTH).padStart(5, "0")}`,
			title: `${text(9)} ${index}`,
			summary: text(190),
			authors: Array.from({ length: 1 + random(19) }, () => ({ name: `Given${random(PEOPLE)} Family` })),
			publishedAt: `${day}T00:00:00.000Z`,
			upvotes: random(60),
			ai_summary: text(25),
			ai_keywords: Array.from({ length: 6 }, () => text(2)),
			organization: { name: `org-${random(2000)}`, fullname: "An organisation" },
		},
		numComments: random(4),
		_archive: { listedOn: day, capturedAt: `${day}T20:00:00.000Z` },
	};
}

/** Mulberry32: small, and the same everywhere. */
function createRandom(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
	};
}
