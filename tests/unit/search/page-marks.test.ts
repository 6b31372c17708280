import fc from "fast-check";
import { expect, test } from "vitest";
import { renderRichText } from "@/lib/papers/latex";
import { markWords } from "@/lib/search/marks";
import { markRichText } from "@/lib/search/page-marks";

/** Renders a source and marks the words in it. */
const mark = (source: string, ...words: string[]) =>
	markRichText(renderRichText(source), source, markWords(source, new Set(words)));

test.for([
	["Vision models", ["model", "models"], "Vision <mark>models</mark>"],
	["Fine-Tuning", ["finetuning"], "<mark>Fine-Tuning</mark>"],
	["Self-tuning", ["tuning"], "Self-<mark>tuning</mark>"],
	["R&D of amp < 3", ["amp"], "R&amp;D of <mark>amp</mark> &lt; 3"],
	["An \\emph{emph} strong", ["emph", "strong"], "An <em><mark>emph</mark></em> <mark>strong</mark>"],
	["Schrödinger bridges", ["schrodinger"], "<mark>Schrödinger</mark> bridges"],
] as const)("%s, marked", ([source, words, html]) => {
	expect(mark(source, ...words).html).toBe(html);
});

test("formulas stay as they are, the prose around them is marked", () => {
	const { html } = mark("For alpha and $\\alpha^{alpha} < k$, alpha", "alpha", "k", "mi");
	expect(html).toMatch(/^For <mark>alpha<\/mark> and <math>.*<\/math>, <mark>alpha<\/mark>$/);
	expect(html?.match(/<math>.*<\/math>/)?.[0]).toBe(renderRichText("$\\alpha^{alpha} < k$").html);
});

test("a text without anything to mark stays plain", () => {
	expect(mark("Vision models", "language")).toEqual({ text: "Vision models", html: null });
});

const PIECES = ["alpha", "fine-tuning", "R&D", "amp", "math", "mark", "$\\alpha$", "$x < alpha$", "$$\\frac{a}{b}$$"];
const SOURCES = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				...PIECES,
				"\\emph{alpha",
				"}",
				"{\\bf amp}",
				"<mark>",
				"</math>",
				"<b>",
				"&amp;",
				"\\%",
				"--",
				"~",
			),
			fc.string({ unit: "grapheme" }),
		),
	)
	.chain((pieces) => fc.constantFrom(pieces.join(" "), pieces.join("")));

test("marks change nothing but that they are there, wherever they are", () => {
	fc.assert(
		fc.property(SOURCES, fc.array(fc.tuple(fc.nat(60), fc.nat(12))), (source, places) => {
			const marks = places.map(([start, length]): [number, number] => [start, start + length]);
			const plain = renderRichText(source);
			const { text, html } = markRichText(plain, source, [...marks, ...markWords(source, new Set(["alpha", "amp"]))]);
			expect(text).toBe(plain.text);
			if (html === null) return;
			expect(html.replaceAll(/<mark>([\p{L}\p{N}\p{M}\u2010\u2011-]+)<\/mark>/gu, "$1")).toBe(
				plain.html ?? plain.text.replace(/[&<>"]/g, (sign) => ESCAPED[sign] ?? sign),
			);
			for (const [formula] of html.matchAll(/<math>.*?<\/math>/gs)) expect(formula).not.toContain("<mark>");
		}),
		{ numRuns: 2_000 },
	);
});

const ESCAPED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
