import { escapeText } from "./latex-writer";

/** What the renderer's tree is made of: elements, runs of text (`text`), and fragments that only hold children. */
export type MathNode = {
	type?: string;
	text?: string;
	attributes?: Readonly<Record<string, string | number | boolean>>;
	children?: readonly MathNode[];
};

const ELEMENTS = new Set(
	"math mrow mi mn mo mtext mspace mpadded msub msup msubsup munder mover munderover mfrac msqrt mroot mtable mtr mtd".split(
		" ",
	),
);
const ROWS = new Set(["math", "mrow"]);
const ATTRIBUTES = new Set(
	"form stretchy symmetric minsize maxsize lspace rspace width height mathvariant linethickness".split(" "),
);
const VALUE = /^[a-z0-9.+-]*$/i;

/**
 * MathML of a tree: listed elements and attributes and nothing else, so without styles, classes or addresses, whatever the
 * renderer put there. An element that is not listed throws.
 */
export function toMathMl(given: MathNode): string {
	const node = replaceEnclosure(given);
	if (node.text !== undefined) return escapeText(node.text);
	// A fragment is one child to most elements. `mstyle` makes a formula as tall as if it stood alone, not in a paragraph.
	const name = node.type === undefined || node.type === "mstyle" ? "mrow" : node.type;
	if (!ELEMENTS.has(name)) throw new Error(`Element ${name} is not listed.`);
	const children = ROWS.has(name) ? node.children?.flatMap(spreadFragment) : node.children;
	const inner = children?.map(toMathMl).join("") ?? "";
	if (name === "mrow" && children?.length === 1) return inner;
	let attributes = isAccented(node) ? ' accent="true"' : "";
	for (const [key, value] of Object.entries(node.attributes ?? {})) {
		if (ATTRIBUTES.has(key) && VALUE.test(String(value))) attributes += ` ${key}="${value}"`;
	}
	return `<${name}${attributes}>${inner}</${name}>`;
}

function spreadFragment(node: MathNode): readonly MathNode[] {
	return node.type === undefined && node.children !== undefined ? node.children : [node];
}

/** Browsers draw no `menclose`. The one that a formula may ask for is a line over it, which a sign that stretches does too. */
function replaceEnclosure(node: MathNode): MathNode {
	if (node.type !== "menclose") return node;
	const line = { type: "mo", attributes: { stretchy: true }, children: [{ text: "‾" }] };
	return { type: "mover", children: [{ type: "mrow", children: node.children }, line] };
}

/** Only an accent's sign is told whether it stretches. An accent is as large as its letter is, other signs above one are not. */
function isAccented({ type, children = [] }: MathNode): boolean {
	return type === "mover" && children[1]?.type === "mo" && children[1].attributes?.stretchy !== undefined;
}

const COMBINING: Readonly<Record<string, string>> = {
	ˆ: "\u0302",
	"^": "\u0302",
	"~": "\u0303",
	"‾": "\u0304",
	"˙": "\u0307",
	"¨": "\u0308",
	"→": "\u20d7",
};
/** Signs that are raised or small by themselves. */
const SELF_RAISED = /^[′″‴]+$/;

/** A tree in a line of plain text: `x_(t+1)`, `n^2`, `(a+b)/2`, `√d`; plain letters for bold or script ones, which fonts lack. */
export function toLine(given: MathNode): string {
	const node = replaceEnclosure(given);
	if (node.text !== undefined)
		return node.text.replace(/[\u{1d400}-\u{1d7ff}]/gu, (letter) => letter.normalize("NFKC"));
	const parts = (node.children ?? []).map(toLine);
	const [base = "", first = "", second = ""] = parts;
	switch (node.type) {
		case "msup":
			return base.trim() + raise(first);
		case "mover":
			return isAccented(node) && [...base].length === 1 && Object.hasOwn(COMBINING, first)
				? (base + COMBINING[first]).normalize("NFC")
				: base.trim() + raise(first);
		case "msub":
		case "munder":
			return `${base.trim()}_${group(first)}`;
		case "msubsup":
		case "munderover":
			return `${base.trim()}_${group(first)}${raise(second)}`;
		case "mfrac":
			return node.attributes?.linethickness === undefined
				? `${group(base)}/${group(first)}`
				: `${group(base)} choose ${group(first)}`;
		case "msqrt":
			return `√${group(parts.join(""))}`;
		case "mroot":
			return `${group(base)}^(1/${group(first)})`;
		case "mtable":
			return parts.join("; ");
		case "mtr":
			return parts.join(" ");
		case "mo":
			return /\p{L}{2}/u.test(base) ? ` ${base} ` : base;
		case "mspace":
			return node.attributes?.width === undefined ? "" : " ";
		default:
			return parts.join("");
	}
}

function raise(script: string): string {
	if (SELF_RAISED.test(script) || script === "") return script;
	return script === "∘" ? "°" : `^${group(script)}`;
}

function group(line: string): string {
	return /^[−-]?[\p{L}\p{M}\p{N}.]+$|^.$/u.test(line.trim()) ? line.trim() : `(${line.trim()})`;
}
