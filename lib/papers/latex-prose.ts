import { SIGN_COMMANDS } from "./latex-commands";
import { renderFormula } from "./latex-formula";
import type { RichTextWriter, Style } from "./latex-writer";
import { decodeTexAccents } from "./tex-accents";

/** Commands whose argument shows in a style, … */
const STYLES: Readonly<Record<string, Style>> = {
	textbf: "strong",
	emph: "em",
	textit: "em",
	textsl: "em",
	texttt: "code",
	textsc: "plain",
	textrm: "plain",
	textsf: "plain",
	text: "plain",
	mbox: "plain",
	underline: "plain",
};
/** … and those that stand in a group and style the rest of it. */
const SWITCHES: Readonly<Record<string, Style>> = {
	bf: "strong",
	em: "em",
	it: "em",
	sl: "em",
	tt: "code",
	sc: "plain",
	rm: "plain",
	sf: "plain",
};
const WORDS: Readonly<Record<string, string>> = {
	// What the templates of the field's conferences define.
	eg: "e.g.",
	ie: "i.e.",
	etc: "etc.",
	LaTeX: "LaTeX",
	TeX: "TeX",
	deg: "°",
	textdegree: "°",
	textgreater: ">",
	textless: "<",
	textasciitilde: "~",
	textbackslash: "\\",
	textendash: "–",
	textemdash: "—",
};
const SIGNS: Readonly<Record<string, string>> = {
	"\\ ": " ",
	"\\\\": " ",
	"\\,": "\u202f",
	"\\-": "",
	"\\/": "",
	"--": "–",
	"---": "—",
	"~": "\u00a0",
};

/**
 * What prose may hold of TeX; what none of it matches stays as written. A tilde is a space that does not break, unless it says
 * "about" (`~145 words`) or "to" (`75%~89%`). Dashes and tildes of a web address are its own.
 */
const TOKEN = new RegExp(
	[
		String.raw`(?<address>https?:\/\/[^\s{}<>"'\x60]+)`,
		String.raw`\\url\s*\{(?<url>[^{}]*)\}`,
		String.raw`(?<link>\\href\s*\{[^{}]*\}\s*\{)`,
		String.raw`\\(?<styled>${Object.keys(STYLES).join("|")})\s*\{`,
		String.raw`\{\\(?<switched>${Object.keys(SWITCHES).join("|")})(?![A-Za-z])\s*`,
		String.raw`\{\\(?<braced>[A-Za-z]+)\}`,
		// Authors close these with a dot or leave that to the command.
		String.raw`\\(?<latin>eg|ie|etc)(?![A-Za-z])(?:\{\})?\.?`,
		String.raw`\\(?<word>[A-Za-z]+)(?:\{\})?`,
		String.raw`\\(?<escaped>[%&_#$\{\}~"'])`,
		String.raw`\\[ \\,\-\/]`,
		"(?<![-<!])---?(?![->])",
		String.raw`(?<![\s\/~\\(<])~(?=[\p{L}\\([]|$)`,
		String.raw`(?<=[\p{L}.,:;)\]\}])(?<!\d\p{L})~(?=\d)`,
		"[{}]",
		String.raw`(?<quote>\x60\x60|''|")`,
	].join("|"),
	"gu",
);

/** Writes a stretch of prose: TeX's styles as tags, its escapes, spaces, dashes, quotes, accents and signs as characters. */
export function writeProse(writer: RichTextWriter, stretch: string): void {
	// After a letter and before a last s an escaped apostrophe is one (`query\'s`), and no accent.
	const prose = decodeTexAccents(stretch.replace(/(?<=[\p{L}\p{N}])\\'(?=s(?!\p{L}))/gu, "'"));
	let at = 0;
	let inQuotes = false;
	for (const { 0: source, index, groups: token = {} } of prose.matchAll(TOKEN)) {
		writer.add(prose.slice(at, index));
		at = index + source.length;
		if (token.quote === undefined) {
			writeToken(writer, source, token);
			continue;
		}
		const opens: boolean =
			!inQuotes && (source === "``" || (source === "''" && /^$|[\s(]/.test(prose.charAt(index - 1))));
		writer.add(opens ? "“" : inQuotes || source !== '"' ? "”" : source);
		inQuotes = opens;
	}
	writer.add(prose.slice(at));
}

type Token = Partial<Record<string, string>>;

function writeToken(writer: RichTextWriter, source: string, token: Token): void {
	const style = STYLES[token.styled ?? ""] ?? SWITCHES[token.switched ?? ""];
	if (style !== undefined) writer.open(style);
	else if (token.link !== undefined) writer.open("plain");
	else if (source === "{") writer.open("braces");
	else if (source === "}") writer.close();
	else writer.add(readToken(source, token));
}

/** The characters that a token stands for; those it is written with where it is not known. */
function readToken(source: string, token: Token): string {
	const address = token.url ?? token.address;
	if (address !== undefined) return address.replace(/\\([%&_#~])/g, "$1");
	const word = token.word ?? token.braced ?? token.latin;
	if (word !== undefined) return readWord(word) ?? source;
	return token.escaped ?? SIGNS[source] ?? source;
}

function readWord(word: string): string | undefined {
	if (Object.hasOwn(WORDS, word)) return WORDS[word];
	if (!SIGN_COMMANDS.has(word)) return undefined;
	const sign = renderFormula(`\\${word}`);
	return sign.ok ? sign.text : undefined;
}
