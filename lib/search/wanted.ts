import type { FoundWord } from "./lookup";
import type { Wanted } from "./plan";
import { and, or, phrase, quote } from "./tsquery";

type Telling = FoundWord & { lexeme: string };

/** A word that says something. */
export function isTelling(word: FoundWord): word is Telling {
	return word.lexeme !== null;
}

/** All lexemes by which a word is found: its own, those of its parts, and that of the compound with the next word. */
export function lexemesOf({ lexeme, apart, joined }: FoundWord): string[] {
	const parts = [...(apart ?? "").matchAll(/'([^']+)'/g)].map(([, part]) => part);
	return [lexeme, joined, ...parts].flatMap((one) => one ?? []);
}

/** A word by its lexeme, in its parts where it is a compound, and as part of the compound that it makes with its neighbour. */
export function toWanted(word: Telling, all: readonly FoundWord[]): Wanted {
	const before = all[all.indexOf(word) - 1];
	const compounds = [word, before].flatMap((one) =>
		one?.joined ? [{ lexeme: one.joined, papers: one.joinedPapers }] : [],
	);
	const lexemes = [word.lexeme, ...compounds.map(({ lexeme }) => lexeme)];
	return {
		alternatives: [...new Set([...lexemes.map(quote), ...(word.apart === null ? [] : [word.apart])])],
		papers: compounds.reduce((sum, { papers }) => sum + papers, word.papers),
		title: or(lexemes.map((lexeme) => quote(`=${lexeme}`))) ?? "",
		titled: word.titled,
	};
}

/** Words that stand one after the other; undefined if none of them says anything. */
export function toWantedPhrase(words: readonly FoundWord[]): Wanted | undefined {
	const telling = words.filter(isTelling);
	const text = phrase(telling);
	if (text === undefined) return undefined;
	return {
		alternatives: [text],
		papers: Math.min(...telling.map(({ papers }) => papers)),
		title: and([...telling.map(({ lexeme }) => quote(`=${lexeme}`)), text]) ?? "",
		titled: Math.min(...telling.map(({ titled }) => titled)),
	};
}
