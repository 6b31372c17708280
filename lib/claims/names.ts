import { slugify } from "../papers/slug";

/**
 * Whether two names are of the same words: case, Latin accents, commas and the order don't count, as "Last, First" and "First Last"
 * are one name. Initials stand for nothing but themselves, and a single word is too little to go by.
 */
export function isSameName(one: string, other: string): boolean {
	const words = wordsOf(one);
	return words.length > 1 && words.join() === wordsOf(other).join();
}

function wordsOf(name: string): string[] {
	return slugify(name).split("-").sort();
}
