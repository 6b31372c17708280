import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";
import { isNotMeant } from "../papers/latex-spans";

const FORMULA = /\$\$((?:[^$\\]|\\.)+)\$\$|\$((?:[^$\\]|\\.)+)\$/sy;

/** Teaches a parser to see formulas: `$…$` and `$$…$$` in a line, and what stands between two lines of `$$`. */
export function addFormulaRules(parser: MarkdownIt): void {
	parser.inline.ruler.before("escape", "formula", takeFormula);
	parser.block.ruler.before("fence", "formula", takeDisplay, { alt: ["paragraph", "blockquote", "list"] });
}

/** What stands between a formula's dollars. */
export function bodyOf(source: string): string {
	const delimiter = source.startsWith("$$") ? 2 : 1;
	return source.slice(delimiter, -delimiter);
}

/** Takes the formula that begins here, if one does. Two dollars may also be money. */
function takeFormula(state: StateInline, silent: boolean): boolean {
	if (state.src.charAt(state.pos) !== "$") return false;
	FORMULA.lastIndex = state.pos;
	const [source, , inline] = FORMULA.exec(state.src) ?? [];
	if (source === undefined || state.pos + source.length > state.posMax) return false;
	if (inline !== undefined && isNotMeant(state.src, state.pos, inline)) return false;
	if (!silent) state.push("formula", "", 0).content = source;
	state.pos += source.length;
	return true;
}

/** Its lines may begin with signs that are a list's or a quote's elsewhere. */
function takeDisplay(state: StateBlock, first: number, end: number, silent: boolean): boolean {
	const lineAt = (line: number) => state.getLines(line, line + 1, state.blkIndent, false).trim();
	if (lineAt(first) !== "$$") return false;
	let last = first + 1;
	while (last < end && lineAt(last) !== "$$" && lineAt(last) !== "") last += 1;
	if (last >= end || lineAt(last) !== "$$" || last === first + 1) return false;
	if (silent) return true;
	state.push("paragraph_open", "p", 1);
	state.push("formula", "", 0).content = `$$${state.getLines(first + 1, last, state.blkIndent, false)}$$`;
	state.push("paragraph_close", "p", -1);
	state.line = last + 1;
	return true;
}
