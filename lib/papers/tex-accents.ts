/** Combining marks of TeX's accent commands (The TeXbook, chapter 9). */
const MARKS: Record<string, string> = {
	"`": "\u0300",
	"'": "\u0301",
	"^": "\u0302",
	"~": "\u0303",
	"=": "\u0304",
	u: "\u0306",
	".": "\u0307",
	'"': "\u0308",
	r: "\u030a",
	H: "\u030b",
	v: "\u030c",
	d: "\u0323",
	c: "\u0327",
	k: "\u0328",
	b: "\u0331",
};
const LETTERS: Record<string, string> = {
	aa: "å",
	AA: "Å",
	ae: "æ",
	AE: "Æ",
	oe: "œ",
	OE: "Œ",
	o: "ø",
	O: "Ø",
	l: "ł",
	L: "Ł",
	ss: "ß",
	i: "i",
	j: "j",
};
const FORMULA = /(\$[^$]*\$)/;
/** `\'e`, `\'{e}`, `{\'e}`, `\'\i`, `\v{c}`, `\v c`: a sign may touch its letter, a letter's command may not. */
const ACCENT =
	/\{\\(?:([`'^"~=.])\s*|([uvHcdbkr])(?:\s+|(?=[{\\])))(?:\{\\?(\p{L})\}|\\?(\p{L}))\}|\\(?:([`'^"~=.])\s*|([uvHcdbkr])(?:\s+|(?=[{\\])))(?:\{\\?(\p{L})\}|\\([ij])(?![a-z])|(\p{L}))/gu;
const LETTER = /\{\\(aa|AA|ae|AE|oe|OE|o|O|l|L|ss|i|j)\}|\\(aa|AA|ae|AE|oe|OE|o|O|l|L|ss)(?:\{\}|\s+|(?![A-Za-z]))/g;

/**
 * Writes TeX's accents as the letters that they stand for (`Andr\'e`, `{\L}ukasz`), formulas aside. arXiv's announcement feed
 * gives names and titles as they were typed, its query API gives letters: without this one author would be two.
 */
export function decodeTexAccents(text: string): string {
	const parts = text.split(FORMULA);
	return parts.map((part) => (part.startsWith("$") ? part : decodePart(part))).join("");
}

function decodePart(text: string): string {
	return text
		.replace(ACCENT, (all, ...groups: (string | undefined)[]) => {
			const [mark, letter] = groups.slice(0, 9).filter((group) => group !== undefined);
			return mark && letter ? `${letter}${MARKS[mark] ?? ""}`.normalize("NFC") : all;
		})
		.replace(LETTER, (all, braced?: string, plain?: string) => LETTERS[braced ?? plain ?? ""] ?? all);
}
