import { foldLine } from "./citation/text";

/**
 * What could mean something: everywhere, as part of a bare address (which GitHub's Markdown makes a link), or where a line
 * begins (lists, rules, headings that are underlined).
 */
const MARKS = /[\\`*_{}[\]<>#|~&$^@]|:(?=\/)|(?<=www)\.|^[-+=:]|(?<=^\d+)[.)]/gi;

/** Writes a text of somebody else's as one line of Markdown (CommonMark, GitHub's) that shows it as it is, wherever it stands. */
export function escapeMarkdown(text: string): string {
	return foldLine(text).replace(MARKS, "\\$&");
}

/** An address as a link that shows it; undefined for what is no address of the web. */
export function linkAddress(address: string): string | undefined {
	const url = URL.canParse(address) ? new URL(address) : undefined;
	// Of these two schemes, an address as `href` gives it holds neither spaces nor angle brackets.
	return url?.protocol === "https:" || url?.protocol === "http:" ? `<${url.href}>` : undefined;
}

/** A block of code, whatever stands in it. Ends in a line break. */
export function fenceCode(language: string, code: string): string {
	const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = "`".repeat(longest + 1);
	return `${fence}${language}\n${code}${code.endsWith("\n") ? "" : "\n"}${fence}\n`;
}
