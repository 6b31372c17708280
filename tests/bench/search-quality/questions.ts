import type { Seeded } from "../seeded";
import type { BenchPaper } from "./papers";

/** What somebody types who looks for one paper. */
export type Question = { text: string; paper: string };

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
/** A slip in a shorter word may make another word of it. */
const SHORTEST_WITH_SLIP = 5;
const SUMMARY_WORDS = 8;

const STOP_WORDS = new Set(
	`a about above after again all also an and any are as at be because been before being below between both but by can could did do
	does doing down during each few for from further had has have having he her here hers him his how i if in into is it its itself
	just me more most my no nor not now of off on once only or other our ours out over own same she should so some such than that the
	their theirs them then there these they this those through to too under until up very via was we were what when where which while
	who whom why will with without within would you your yours across using use used uses`.split(/\s+/),
);

/** The title as half remembered: without its rarest word, and with one slip. */
export function titleQuestion(paper: BenchPaper, papersWith: ReadonlyMap<string, number>, seeded: Seeded): Question {
	const words = wordsOf(paper.title);
	const rarity = (word: string) => papersWith.get(word.toLowerCase()) ?? 0;
	const rarest = words.reduce((least, word) => (rarity(word) < rarity(least) ? word : least), words[0] ?? "");
	const kept = words.toSpliced(words.indexOf(rarest), 1);
	const long = kept.filter((word) => word.length >= SHORTEST_WITH_SLIP && /^[a-z]+$/i.test(word));
	if (long.length > 0) {
		const slipped = seeded.pick(long);
		kept[kept.indexOf(slipped)] = slip(slipped, seeded);
	}
	return { text: kept.join(" "), paper: paper.id };
}

/** The eight rarest words of the summary that are not in the title; undefined if it has fewer. */
export function summaryQuestion(
	{ id, title, aiSummary }: BenchPaper,
	papersWith: ReadonlyMap<string, number>,
): Question | undefined {
	const inTitle = new Set(wordsOf(title.toLowerCase()));
	const telling = new Set(
		wordsOf((aiSummary ?? "").toLowerCase()).filter((word) => word.length > 2 && !STOP_WORDS.has(word)),
	);
	const words = [...telling].filter((word) => !inTitle.has(word));
	if (words.length < SUMMARY_WORDS) return undefined;
	const rarity = (word: string) => papersWith.get(word) ?? 0;
	const rarest = new Set(words.toSorted((a, b) => rarity(a) - rarity(b)).slice(0, SUMMARY_WORDS));
	return { text: words.filter((word) => rarest.has(word)).join(" "), paper: id };
}

/** Two keywords and one author's family name; undefined if the paper has not got them. */
export function keywordQuestion({ id, keywords, authors }: BenchPaper, seeded: Seeded): Question | undefined {
	if (keywords.length < 2 || authors.length === 0) return undefined;
	const family = seeded.pick(authors).split(/\s+/).at(-1);
	return { text: [...seeded.sample(keywords, 2), family].join(" "), paper: id };
}

export function wordsOf(text: string): string[] {
	return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** One letter left out, doubled by another, mistaken, or swapped with the next. */
function slip(word: string, seeded: Seeded): string {
	const at = 1 + seeded.below(word.length - 2);
	const [before, letter, next, after] = [word.slice(0, at), word[at] ?? "", word[at + 1] ?? "", word.slice(at + 2)];
	const other = seeded.pick([...LETTERS].filter((one) => one !== letter.toLowerCase()));
	return seeded.pick([
		before + next + after,
		before + other + letter + next + after,
		before + other + next + after,
		letter === next ? before + next + after : before + next + letter + after,
	]);
}
