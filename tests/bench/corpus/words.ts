import type { Seeded } from "../seeded";
import { WORD_SHARES } from "./figures";

/** The commonest words of the field's texts, in their order; those that follow are made up. */
export const COMMON = (
	"and the to a of in we that for on models with this model by as our is reasoning from training language generation data " +
	"performance tasks an large video based are across while these llms image which introduce visual at framework can propose " +
	"quality high existing learning text or methods code their such into both demonstrate it benchmarks human fine through have " +
	"however experiments diffusion results state capabilities evaluation multimodal real task long benchmark more using open " +
	"dataset time novel approach level method agents address only over agent scale first achieves show understanding diverse " +
	"context work its two vision knowledge complex inference new but research attention"
).split(" ");

const CONSONANTS = "bdfgklmnprstvzhj";
const VOWELS = "aeiou";
/** Letters that no English ending ends in, so that a made-up word is its own stem. */
const LAST = "kxbp";

/** Words in all; and of so many drawn one is a compound, of so many one that hardly any other paper has. */
const VOCABULARY = 30_000;
const COMPOUND_EACH = 251;
const RARE_EACH = 400;
const RARE = 2 ** 30;
/** So many places of the list that is drawn from stand for the whole. */
const PLACES = 2 ** 20;

/** The word of a number: made of syllables, different for each, and read in one way. */
export function makeWord(number: number): string {
	let [word, left] = ["", number];
	do {
		word += (CONSONANTS[left % 16] ?? "") + (VOWELS[(left >> 4) % 5] ?? "");
		left = Math.floor(left / 80);
	} while (left > 0);
	return word + (LAST[number % 4] ?? "");
}

/** The same with at least so many syllables. */
export function makeName(number: number, syllables: number): string {
	const word = makeWord(number + 80 ** (syllables - 1));
	return word.charAt(0).toUpperCase() + word.slice(1);
}

const drawn = fillPlaces();

/** A word as often as it is in abstracts, or two with a hyphen. */
export function drawWord(seeded: Seeded): string {
	const kind = seeded.below(COMPOUND_EACH * RARE_EACH);
	if (kind % RARE_EACH === 0) return makeWord(VOCABULARY + seeded.below(RARE));
	if (kind % COMPOUND_EACH === 0) return `${drawMadeUp(seeded)}-${drawMadeUp(seeded)}`;
	return drawn[seeded.below(PLACES)] ?? "";
}

/** As `drawWord` for titles, which have half as many of the commonest words. */
export function drawTitleWord(seeded: Seeded): string {
	const word = drawWord(seeded);
	return COMMON.indexOf(word) in COMMON && seeded.below(2) === 0 ? drawWord(seeded) : word;
}

/** As often as there are words of such a place. */
export function drawMadeUp(seeded: Seeded): string {
	return makeWord(COMMON.length + Math.floor(VOCABULARY * (seeded.below(PLACES) / PLACES) ** 3));
}

/** Sentences of some words, which leave the words themselves as they are. */
export function toSentences(words: readonly string[], each: number): string {
	return words
		.map((word, index) => {
			const begun = index % each === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word;
			return index % each === each - 1 || index === words.length - 1 ? `${begun}.` : begun;
		})
		.join(" ");
}

function fillPlaces(): string[] {
	const shares = Array.from({ length: VOCABULARY }, (_, index) => shareOf(index + 1));
	const all = shares.reduce((sum, share) => sum + share, 0);
	const places: string[] = [];
	let until = 0;
	for (const [index, share] of shares.entries()) {
		until += (share / all) * PLACES;
		const word = COMMON[index] ?? makeWord(index);
		while (places.length < until) places.push(word);
	}
	return places;
}

/** Between two places that are known along the straight line of their logarithms. */
function shareOf(place: number): number {
	const above = WORD_SHARES.findIndex(([known]) => known >= place);
	const [[to, low] = [VOCABULARY, 5e-7], [from, high] = [1, 0.0312]] = [
		WORD_SHARES.at(above === -1 ? WORD_SHARES.length : above),
		WORD_SHARES.at(above <= 0 ? above : above - 1),
	];
	if (place === to || from === to) return low;
	return high * (low / high) ** (Math.log(place / from) / Math.log(to / from));
}
