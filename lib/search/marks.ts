import type { Marks } from "./types";

/** Words with the hyphens inside them. */
const WORDS = /[\p{L}\p{N}\p{M}]+(?:[-\u2010\u2011][\p{L}\p{N}\p{M}]+)*/gu;
const PARTS = /[\p{L}\p{N}\p{M}]+/gu;
const ACCENTS = /[\u0300-\u036f]/g;
/** Letters that Unicode does not take apart, and Postgres's "unaccent" does. */
const LETTERS: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", ı: "i", þ: "th" };

/**
 * Where words stand in a text, in any case, with or without accents, and hyphenated ones also where they are known in one word.
 *
 * @param spellings lower case, without accents and hyphens
 */
export function markWords(text: string, spellings: ReadonlySet<string>): Marks {
	const marks: Marks = [];
	for (const word of text.matchAll(WORDS)) {
		const whole = fold(word[0].replace(/[^\p{L}\p{N}\p{M}]/gu, ""));
		if (spellings.has(whole)) {
			marks.push([word.index, word.index + word[0].length]);
			continue;
		}
		for (const part of word[0].matchAll(PARTS)) {
			const start = word.index + part.index;
			if (spellings.has(fold(part[0]))) marks.push([start, start + part[0].length]);
		}
	}
	return marks;
}

function fold(word: string): string {
	const plain = word.normalize("NFKD").replace(ACCENTS, "").toLowerCase();
	return plain.replace(/[ßæœøđðłıþ]/g, (letter) => LETTERS[letter] ?? letter);
}
