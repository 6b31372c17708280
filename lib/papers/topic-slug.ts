import { ABBREVIATIONS } from "./abbreviations";
import { slugify } from "./slug";
import { joinCompounds, toBaseForm } from "./topic-words";

const longForms = new Map(Object.entries(ABBREVIATIONS).map(([short, long]) => [short, toBaseForms(long)]));
const shownNames = new Map(Object.values(ABBREVIATIONS).map((long) => [topicSlug(long), long]));

/**
 * What all spellings of a keyword have in common: words in the singular and in American spelling, abbreviations in full,
 * hyphens between. `LLMs`, `Large-Language Model` and `large language models` are `large-language-model`.
 */
export function topicSlug(name: string): string {
	return joinCompounds(toBaseForms(name).flatMap(inFull).join("-"));
}

/** How the topic of a well-known abbreviation is called, whichever spelling came first; undefined for any other. */
export function findShownName(slug: string): string | undefined {
	return shownNames.get(slug);
}

/** A word, or what it abbreviates, without what follows anyway: "VLA models" in full would have its "models" twice. */
function inFull(word: string, index: number, words: readonly string[]): readonly string[] {
	const long = longForms.get(word) ?? [word];
	return long.length > 1 && long.at(-1) === words[index + 1] ? long.slice(0, -1) : long;
}

function toBaseForms(name: string): string[] {
	return slugify(name).split("-").map(toBaseForm);
}
