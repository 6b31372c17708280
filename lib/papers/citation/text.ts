import { renderRichText } from "../latex";

/**
 * A text in one line of whole characters, which is what every format of citations can hold: line breaks, tabs and control
 * characters become single spaces.
 */
export function foldLine(text: string): string {
	return text
		.toWellFormed()
		.replace(/[\s\p{Cc}]+/gu, " ")
		.trim();
}

/** The lines of a list that say something. */
export function foldLines(texts: readonly string[]): string[] {
	return texts.map(foldLine).filter((text) => text !== "");
}

/** What a source's text says to somebody who reads no LaTeX, in one line. */
export function toPlainLine(source: string): string {
	return foldLine(renderRichText(foldLine(source)).text);
}
