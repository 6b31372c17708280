import fc from "fast-check";

/** What means something in Markdown, where it stands right. */
const MARKS = [
	..."\\`*_{}[]()<>#+-=.!|~&$^@:/\"' 1a\t\n\r\0\u2028\ud800É😀",
	...[
		"```",
		"~~~",
		"---",
		"===",
		"1. ",
		"- ",
		"> ",
		"# ",
		"](",
		"![",
		"[^1]",
		"<b>",
		"<!--",
		"<http://a.b>",
		"&lt;",
		"&#60;",
	],
	...[
		"https://a.b",
		"http://",
		"ftp://x.y",
		"www.a.b",
		"WWW.a.b",
		"a@b.c",
		"mailto:a@b.c",
		"javascript:",
		"\n\n",
		"    ",
	],
];

/** Any text at all, or one that is made to become markup. */
export const anyMarkdown = fc.oneof(
	fc.string({ unit: "binary" }),
	fc.array(fc.constantFrom(...MARKS), { maxLength: 20 }).map((parts) => parts.join("")),
);

/** The text without its escapes, each of which is of ASCII punctuation, as CommonMark takes it. */
function withoutEscapes(line: string): string {
	return line.replace(/\\[!-/:-@[-`{-~]/g, "\0");
}

/** Says what in a line of Markdown is more than text, by the characters that any markup needs; empty if nothing is. */
export function findMarkup(line: string): string[] {
	const bare = withoutEscapes(line);
	const found = [
		/[\n\r\u0085\u2028\u2029]/, // a second line
		/[\\`*_{}[\]<>|~&$^]/, // emphasis, code, links, images, HTML, entities, tables, formulas
		/#/, // headings, and what ends one
		/@|:\/|www\./i, // bare addresses
		/^([-+=:]|\d+[.)]|\s)/, // lists, rules, headings that are underlined, indented code
	];
	return found.flatMap((pattern) => pattern.exec(bare)?.[0] ?? []);
}

/** What a reader sees of an escaped line. */
export function unescapeMarkdown(line: string): string {
	return line.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}
