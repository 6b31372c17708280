import "server-only";
import { randomUUID } from "node:crypto";
import MarkdownIt, { type MarkdownIt as Parser } from "markdown-it";
import sanitizeHtml from "sanitize-html";
import { type Formula, renderFormula } from "../papers/latex-formula";
import { escapeText } from "../papers/latex-writer";
import { addFormulaRules, bodyOf } from "./formula-rules";

const MAX_FORMULAS = 60;
/** Of all formulas of a comment, as HTML, in characters. */
const MAX_MATH = 20_000;
/** Quotes in lists in quotes: nobody reads deeper. */
const MAX_NESTING = 20;

const RULES = "blockquote fence heading list autolink backticks emphasis entity escape link newline".split(" ");

const REL = "nofollow ugc noopener";

/** What one rendering keeps: formulas as HTML, and how their places are marked until they are put in. */
type Rendering = { mark: string; formulas: string[]; size: number };

const parser = makeParser();

/** The second wall, should the parser ever let something through. */
const LISTED: sanitizeHtml.IOptions = {
	allowedTags: ["p", "br", "strong", "em", "code", "pre", "ol", "ul", "li", "blockquote", "a"],
	allowedAttributes: { a: ["href", "rel"], ol: ["start"] },
	allowedSchemes: ["http", "https"],
	allowProtocolRelative: false,
	transformTags: { a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: REL } }) },
};

/**
 * Renders a comment: paragraphs, emphasis, code, lists, quotes and links of Markdown, headings as bold text, and LaTeX between
 * dollars as MathML. Everything else shows as it is written. Never throws. For the server: parser and renderer weigh much.
 */
export function renderComment(body: string): string {
	// Nobody can write a mark that is drawn anew each time.
	const rendering: Rendering = { mark: randomUUID(), formulas: [], size: 0 };
	const clean = sanitizeHtml(parser.render(body, rendering), LISTED);
	return clean.replaceAll(new RegExp(`${rendering.mark}:(\\d+);`, "g"), (_, index) => rendering.formulas[index] ?? "");
}

/** A comment's paragraphs in plain words, for where no markup can stand. */
export function readWords(body: string): string[] {
	const paragraphs = parser.parse(body, {}).map(({ type, content, children }) => {
		if (type === "fence" || type === "formula") return readToken(type, content);
		return (children ?? []).map((token) => readToken(token.type, token.content)).join("");
	});
	return paragraphs.map((words) => words.trim()).filter((words) => words !== "");
}

function readToken(type: string, content: string): string {
	if (type === "softbreak" || type === "hardbreak") return " ";
	if (type !== "formula") return content;
	const formula = renderFormula(bodyOf(content));
	return formula.ok ? formula.text : content;
}

function makeParser(): Parser {
	const made = new MarkdownIt("zero", { html: false, linkify: true, breaks: true, maxNesting: MAX_NESTING });
	made.enable(RULES);
	// Addresses as they are written, in the line; not what only looks like one, which the rule of the same name in the core finds.
	made.inline.ruler.enable("linkify");
	addFormulaRules(made);
	made.validateLink = isWebAddress;
	made.renderer.rules.heading_open = () => "<p><strong>";
	made.renderer.rules.heading_close = () => "</strong></p>\n";
	made.renderer.rules.formula = (tokens, index, _options, env) =>
		writeFormula(tokens[index]?.content ?? "", env as Rendering);
	return made;
}

/** A mark for the formula to be put in once everything around it is clean; its source where it can't be set. */
function writeFormula(source: string, rendering: Rendering): string {
	const formula: Formula =
		rendering.formulas.length < MAX_FORMULAS ? renderFormula(bodyOf(source)) : { ok: false, reason: "too many" };
	if (!formula.ok || rendering.size + formula.html.length > MAX_MATH) return escapeText(source);
	rendering.size += formula.html.length;
	rendering.formulas.push(source.startsWith("$$") ? `<span class="display">${formula.html}</span>` : formula.html);
	return `${rendering.mark}:${rendering.formulas.length - 1};`;
}

/** Of the web, and without a user name, which makes an address look like another's. */
function isWebAddress(address: string): boolean {
	if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return false;
	const { username, password } = new URL(address);
	return username === "" && password === "";
}
