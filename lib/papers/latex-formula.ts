import temml, { type Options } from "temml";
import { ENVIRONMENTS, FORMULA_COMMANDS, MACROS } from "./latex-commands";
import { type MathNode, toLine, toMathMl } from "./latex-mathml";

/** `reason` names what stood in the way: a command, a cap, or that it does not parse. */
export type Formula = { ok: true; text: string; html: string } | { ok: false; reason: string };

/** In characters: several lines of formula, more than a paragraph bears. */
const MAX_SOURCE = 500;
const MAX_DEPTH = 12;
const MAX_HTML = 8000;
/** A command as the renderer's lexer reads it: what is checked here is what it will see. */
const TOKEN = /\\(?:begin|end)\{(?<environment>[A-Za-z]+)\}|\\(?<command>[a-zA-Z@]+|.)|[{}]/gs;
/** `wrap` cuts a formula where TeX would break its line, which lets a style sheet do so. Lengths at most in em and in points. */
const OPTIONS: Options = { throwOnError: true, trust: false, maxExpand: 100, maxSize: [5, 50], wrap: "tex" };

/**
 * Renders a formula, given without its delimiters, as MathML for the middle of a paragraph (`html`) and as a line of plain text.
 * Never throws; what is not allowed, too large or wrong is refused.
 */
export function renderFormula(source: string): Formula {
	const reason = findObstacle(source);
	if (reason !== undefined) return { ok: false, reason };
	try {
		// The public `renderToString` writes classes and styles that we would have to parse in order to drop them.
		const tree: MathNode = temml.__renderToMathMLTree(percentAsSign(source), { ...OPTIONS, macros: { ...MACROS } });
		const html = toMathMl(tree);
		if (html.length > MAX_HTML) return { ok: false, reason: "MathML is too long" };
		return {
			ok: true,
			html,
			text: toLine(tree)
				.replace(/[\u2061-\u2064]/g, "")
				.replace(/ +/g, " ")
				.trim(),
		};
	} catch {
		return { ok: false, reason: "does not parse" };
	}
}

function findObstacle(source: string): string | undefined {
	if (source.length > MAX_SOURCE) return "source is too long";
	let depth = 0;
	for (const { 0: token, groups } of source.matchAll(TOKEN)) {
		const { environment, command } = groups ?? {};
		if (environment !== undefined && !ENVIRONMENTS.has(environment)) return `environment ${environment}`;
		if (command !== undefined && !FORMULA_COMMANDS.has(command)) return `command \\${command}`;
		if (token === "{" || command === "left" || token.startsWith("\\begin")) depth++;
		if (token === "}" || command === "right" || token.startsWith("\\end")) depth--;
		if (depth > MAX_DEPTH) return "nests too deep";
	}
	return undefined;
}

/** TeX takes a bare `%` for a comment up to the line's end; in a paragraph of one line nobody means that. */
function percentAsSign(source: string): string {
	return source.replace(/\\.|%/gs, (token) => (token === "%" ? "\\%" : token));
}
