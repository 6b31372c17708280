/** A text, or the HTML that `renderRichText` made of it. */
export type PlainOrHtml = string | { html: string };

/** An element's tag, a character's name, or a character. */
const HTML_PART = /<[^>]*>|&[^;]*;|./gsu;

/**
 * A text's first words: each is whole, as are formulas and what is emphasised, and HTML is well-formed.
 *
 * @param kept how many characters to keep at least
 * @param left how many to leave out at least, those of tags included
 * @returns undefined where less would be left out
 */
export function beginningOf(
	text: PlainOrHtml,
	{ kept, left }: { kept: number; left: number },
): PlainOrHtml | undefined {
	const whole = typeof text === "string" ? text : text.html;
	const end = typeof text === "string" ? text.indexOf(" ", kept) : findSpace(text.html, kept);
	if (end < 0 || whole.length - end < left) return undefined;
	return typeof text === "string" ? text.slice(0, end) : { html: text.html.slice(0, end) };
}

/** Where the first space outside all elements is that has so many characters before it; -1: nowhere. */
function findSpace(html: string, least: number): number {
	let depth = 0;
	let characters = 0;
	for (const { 0: part, index } of html.matchAll(HTML_PART)) {
		if (part === " " && depth === 0 && characters >= least) return index;
		if (!part.startsWith("<")) characters += 1;
		else depth += part.startsWith("</") ? -1 : 1;
	}
	return -1;
}
