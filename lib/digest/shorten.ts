/**
 * Cuts a text to about two lines of a mail, between words.
 *
 * @param max in characters, the ellipsis included
 */
export function shorten(text: string, max: number): string {
	const characters = [...text.replace(/\s+/g, " ").trim()];
	if (characters.length <= max) return characters.join("");
	const cut = characters.slice(0, max - 1).join("");
	const lastSpace = cut.lastIndexOf(" ");
	return `${(lastSpace > max / 2 ? cut.slice(0, lastSpace) : cut).replace(/[\s,;:.–—-]+$/, "")}…`;
}
