import type { RichText } from "../papers/latex";
import { escapeText } from "../papers/latex-writer";
import type { Marks } from "./types";

/** What marks leave alone (formulas, tags, escaped signs), or a word with the hyphens inside it. */
const TOKEN = /<math.*?<\/math>|<[^>]*>|&\w+;|(?<word>[\p{L}\p{N}\p{M}]+(?:[-\u2010\u2011][\p{L}\p{N}\p{M}]+)*)/gsu;
const PART = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * Marks in a rendered text the words that were found in its source, wherever they stand in its prose. By the words, as rendering
 * moves their places; formulas stay as they are. Only `<mark>` comes in, around letters and between the other tags.
 *
 * @param source in which the marks are
 */
export function markRichText(rendered: RichText, source: string, marks: Marks): RichText {
	const words = new Set(marks.map(([start, end]) => source.slice(start, end)));
	if (words.size === 0) return rendered;
	const markPart = (part: string) => (words.has(part) ? `<mark>${part}</mark>` : part);
	const html = (rendered.html ?? escapeText(rendered.text)).replaceAll(TOKEN, (token, word: string | undefined) => {
		if (word === undefined) return token;
		return words.has(word) ? markPart(word) : word.replaceAll(PART, markPart);
	});
	return html.includes("<mark>") ? { text: rendered.text, html } : rendered;
}
