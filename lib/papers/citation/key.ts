import { splitName } from "./names";
import { foldLines, toPlainLine } from "./text";
import type { CitedPaper } from "./types";

/** Keeps keys readable where an organisation signs, or a title begins with a formula. */
const MAX_WORD = 30;
const STOP_WORDS = new Set(
	"a an the on of for in to into with without from and or is are do does can could should how what why when where which who towards toward via by at as its your you we our".split(
		" ",
	),
);
/** Letters that do not fall apart into a letter of ASCII and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
	ß: "ss",
	æ: "ae",
	œ: "oe",
	ø: "o",
	ł: "l",
	đ: "d",
	ð: "d",
	þ: "th",
	ı: "i",
};

/**
 * What LaTeX documents cite the paper by: `hubinger2024alignment_2412.14093`, in ASCII. It depends on this paper alone, so it
 * stays as other papers come; and no two papers share one, as it ends in the paper's id, which holds no underscore. It moves only
 * if the source renames the paper or its first author.
 */
export function citationKey({ id, title, authors, publishedOn }: CitedPaper): string {
	const [first = ""] = foldLines(authors);
	const name = toAscii(splitName(first)?.family ?? first) || "paper";
	const found = toPlainLine(title).split(/[^\p{L}\p{M}\p{N}]+/u);
	const word = found.map(toAscii).find((each) => each !== "" && !STOP_WORDS.has(each)) ?? "";
	return `${name.slice(0, MAX_WORD)}${publishedOn?.slice(0, 4) ?? ""}${word.slice(0, MAX_WORD)}_${id}`;
}

function toAscii(text: string): string {
	const letters = text.normalize("NFKD").toLowerCase();
	return letters.replace(/[^a-z0-9]/g, (letter) => LETTERS[letter] ?? "");
}
