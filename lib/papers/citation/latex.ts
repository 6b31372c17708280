import { renderFormula } from "../latex-formula";
import { writeProse } from "../latex-prose";
import { splitFormulas } from "../latex-spans";
import { escapeText, RichTextWriter } from "../latex-writer";
import { foldLine } from "./text";

/** Braces are written by name: BibTeX counts escaped ones too, so that one alone would end the field or swallow the file. */
const LATEX: Readonly<Record<string, string>> = {
	"<em>": "\\emph{",
	"<strong>": "\\textbf{",
	"<code>": "\\texttt{",
	"</em>": "}",
	"</strong>": "}",
	"</code>": "}",
	"&amp;": "\\&",
	"&lt;": "{\\textless}",
	"&gt;": "{\\textgreater}",
	"&quot;": '"',
	"%": "\\%",
	$: "\\$",
	"#": "\\#",
	_: "\\_",
	"{": "{\\textbraceleft}",
	"}": "{\\textbraceright}",
	"\\": "{\\textbackslash}",
	"^": "{\\textasciicircum}",
	"~": "{\\textasciitilde}",
	"|": "{\\textbar}",
};
/** Braces by name again, and `%` escaped, which begins a comment in LaTeX. */
const FORMULA_SIGNS: Readonly<Record<string, string>> = {
	"\\{": "\\lbrace ",
	"\\}": "\\rbrace ",
	"\\_": "{\\_}",
	"%": "\\%",
};
/** They hold to the end of their group; citation-js finds an end only where that is a brace, as it takes `\_` for a subscript. */
const SWITCH = /\\(rm|bf|it|sf|tt)(?![A-Za-z])/;
const TOKEN = /<formula>(\d+)<\/formula>|<\/?[a-z]+>|&[a-z]+;|[%$#_{}\\^~|]/g;

/** Plain text as LaTeX that prints it. Letters stay Unicode. */
export function escapeLatex(text: string): string {
	return toLatex(escapeText(foldLine(text)), []);
}

/**
 * A source's title or abstract as LaTeX. Formulas stay LaTeX where the page would render them too, that is with harmless commands
 * and balanced braces; styles stay as `\emph`, `\textbf` and `\texttt`; accents, signs and escapes of prose become Unicode. All
 * else, unknown commands among it, prints as it is written: whoever wrote a paper's title runs nothing in a reader's LaTeX.
 */
export function renderLatex(source: string): string {
	const writer = new RichTextWriter();
	const formulas: string[] = [];
	for (const span of splitFormulas(foldLine(source))) {
		const formula = span.formula === undefined ? undefined : toFormula(span.formula);
		if (span.formula === undefined) writeProse(writer, span.source);
		else if (formula === undefined) writer.add(span.source);
		else writer.add("", `<formula>${formulas.push(formula) - 1}</formula>`);
	}
	const { text, html } = writer.end();
	return toLatex(foldLine(html ?? escapeText(text)), formulas);
}

function toLatex(html: string, formulas: readonly string[]): string {
	return html.replace(TOKEN, (token, formula?: string) => formulas[Number(formula)] ?? LATEX[token] ?? token);
}

/** Undefined for what can't stand between two dollars. */
function toFormula(formula: string): string | undefined {
	if (!renderFormula(formula).ok || formula.replace(/\\./g, "").includes("$")) return undefined;
	const safe = formula.replace(/\\.|%/g, (sign) => FORMULA_SIGNS[sign] ?? sign);
	return SWITCH.test(safe) ? `$\{${safe}}$` : `$${safe}$`;
}
