import fc from "fast-check";
import temml from "temml";
import { describe, expect, it } from "vitest";
import { renderRichText } from "@/lib/papers/latex";
import { FORMULA_COMMANDS, MACROS } from "@/lib/papers/latex-commands";
import { renderFormula } from "@/lib/papers/latex-formula";
import { splitFormulas } from "@/lib/papers/latex-spans";
import { archivePath } from "@/tests/archive";
import { readTexts } from "./archive-texts";
import { findUnsafe } from "./safe-html";

describe("formulas", () => {
	it.each([
		[String.raw`$\alpha$-net`, "α-net", "<math><mi>α</mi></math>-net"],
		[String.raw`\(n^2\) steps`, "n^2 steps", "<math><msup><mi>n</mi><mn>2</mn></msup></math> steps"],
		[String.raw`\[x\]`, "x", "<math><mi>x</mi></math>"],
		["$$x$$", "x", "<math><mi>x</mi></math>"],
		["$a$$b$", "ab", "<math><mi>a</mi></math><math><mi>b</mi></math>"],
		["CIFAR-$10$ images", "CIFAR-10 images", "CIFAR-<math><mn>10</mn></math> images"],
		["$50%$", "50%", "<math><mrow><mn>50</mn><mi>%</mi></mrow></math>"],
	])("renders %s in the middle of its sentence", (source, text, html) => {
		expect(renderRichText(source)).toEqual({ text, html });
	});

	it.each([
		[String.raw`\tilde{O}(n\log n)`, "Õ(n log n)"],
		[String.raw`\hat{x}_{t+1} = \mathbf{W}^\top x_t`, "x̂_(t+1)=W^⊤x_t"],
		[String.raw`\mathbb{R}^{d\times k}`, "ℝ^(d×k)"],
		[String.raw`\frac{1}{2L}`, "1/2L"],
		[String.raw`\sqrt{d_k}`, "√(d_k)"],
		[String.raw`\sqrt[3]{x}`, "x^(1/3)"],
		[String.raw`90^\circ`, "90°"],
		["f'", "f′"],
		[String.raw`\overline{x}`, "x̄"],
		[String.raw`\max_{x\in X} f(x)`, "max_(x∈X) f(x)"],
		[String.raw`a \bmod b`, "a mod b"],
		[String.raw`\begin{pmatrix}1&0\\0&1\end{pmatrix}`, "(1 0; 0 1)"],
		[String.raw`{\cal O}(\epsilon^{-2})`, "O(ϵ^−2)"],
	])("writes %s in a line of plain text", (formula, text) => {
		expect(renderFormula(formula)).toMatchObject({ ok: true, text });
	});

	it.each([
		"from $5 to $10 million",
		"$5-$10 a page",
		"US$5 (US$10 with tax)",
		"4$ per hour or 3$",
		"$200k. With this model, we pay 4$",
		"trained for only $200k",
		"an $odd one",
		"Preference Modeling$ (WorldPM) to emphasize scaling$",
	])("leaves the money and stray dollars of %s", (text) => {
		expect(renderRichText(text)).toEqual({ text, html: null });
	});

	it("tells money from formulas in one sentence", () => {
		const { text, html } = renderRichText(String.raw`for \$20 or $5 with $x^2$ tokens`);
		expect(text).toBe("for $20 or $5 with x^2 tokens");
		expect(html).toContain("$20 or $5 with <math>");
	});

	it.each([
		["an unknown command", String.raw`$\foo{x}$`],
		["a link", String.raw`$\href{javascript:alert(1)}{x}$`],
		["an address", String.raw`$\url{javascript:alert(1)}$`],
		["a picture", String.raw`$\includegraphics{https://example.org/x.png}$`],
		["a class", String.raw`$\class{a}{x}$`],
		["an id", String.raw`$\id{a}{x}$`],
		["a style", String.raw`$\style{color:red}{x}$`],
		["a definition", String.raw`$\def\x{\x\x}\x$`],
		["a global definition", String.raw`$\gdef\x{1}\x$`],
		["a new command", String.raw`$\newcommand{\x}{1}\x$`],
		["a name of its own", String.raw`$\let\x=y$`],
		["a color", String.raw`$\color{red}x$`],
		["an unknown environment", String.raw`$\begin{tabular}{c}x\end{tabular}$`],
		["unbalanced braces", "$x_{i$"],
		["two powers", "$x^1^2$"],
		["too deep a nest", `$${"{".repeat(13)}x${"}".repeat(13)}$`],
		["too long a source", `$${"x".repeat(501)}$`],
		["too much MathML", `$${"()".repeat(200)}$`],
	])("shows a formula with %s as written", (_what, source) => {
		expect(renderRichText(`a ${source} b`)).toEqual({ text: `a ${source} b`, html: null });
	});

	it("renders sixty formulas of a text and leaves the others as written", () => {
		const { html } = renderRichText("$x$ ".repeat(70));
		expect(html?.match(/<math>/g)).toHaveLength(60);
		expect(html?.match(/\$x\$/g)).toHaveLength(10);
	});

	it("forgets what one formula did before it renders the next", () => {
		const before = renderRichText("$x + y$");
		renderRichText(String.raw`$\gdef\x{1}$ $\global\let\alpha=\beta$`);
		expect(renderRichText("$x + y$")).toEqual(before);
	});

	it("allows no command that the renderer does not know", () => {
		const unknown = [...FORMULA_COMMANDS].filter((command) => {
			const uses = ["NAME", "NAME x", "NAME{x}", "NAME{x}{y}", String.raw`\left(xNAME)`, String.raw`NAME(x\right)`];
			const inMatrix = String.raw`\begin{matrix}NAME\end{matrix}`;
			return ![...uses, String.raw`\left(xNAME|\right)`, String.raw`\sumNAME_x`, inMatrix].some((use) =>
				doesRender(use.replace("NAME", `\\${command}`)),
			);
		});
		expect(unknown).toEqual([]);
	});
});

describe("prose", () => {
	it.each([
		[String.raw`54.6\% of Q\&A, \$5, a\_b, \#1, \{x\}`, "54.6% of Q&A, $5, a_b, #1, {x}"],
		["a--b and c---d", "a–b and c—d"],
		["``one'' and ''two'' and ``three\" and \"four\"", '“one” and “two” and “three” and "four"'],
		["on an RTX~5090 at~https://a.b/~c--d/ (Fig.~2)", "on an RTX\u00a05090 at\u00a0https://a.b/~c--d/ (Fig.\u00a02)"],
		["~145 words (~13%), 75%~89% and 7.3~8.2", "~145 words (~13%), 75%~89% and 7.3~8.2"],
		[String.raw`na\"{\i}ve Pok\'emon, vis-\`a-vis It\^o`, "naïve Pokémon, vis-à-vis Itô"],
		[String.raw`the query\'s content`, "the query's content"],
		[String.raw`{\Delta}G in 360{\deg}, 2.3\times greater`, "ΔG in 360°, 2.3× greater"],
		[String.raw`edits, \eg, \LaTeX{} code, \etc. However`, "edits, e.g., LaTeX code, etc. However"],
		[String.raw`300\,k pairs (41.6\% vs.\ 33.5\%)`, "300\u202fk pairs (41.6% vs. 33.5%)"],
		[String.raw`\href{javascript:alert(1)}{our page} or \url{https://a.b/x\_y}.`, "our page or https://a.b/x_y."],
		[String.raw`\textsc{FastCuRL} runs`, "FastCuRL runs"],
	])("reads %s", (source, text) => {
		expect(renderRichText(source)).toEqual({ text, html: null });
	});

	it.each([
		[String.raw`a \textbf{b $x$} c`, "a <strong>b <math><mi>x</mi></math></strong> c"],
		[String.raw`\emph{a \textbf{b}} {\it vs.} \textit{c}`, "<em>a <strong>b</strong></em> <em>vs.</em> <em>c</em>"],
		[String.raw`\texttt{a<b}`, "<code>a&lt;b</code>"],
		[String.raw`\textbf{C}ausal {D}iffusion`, "<strong>C</strong>ausal {D}iffusion"],
	])("styles %s", (source, html) => {
		expect(renderRichText(source).html).toBe(html);
	});

	it.each([
		String.raw`We propose {\name}, \ours and \model.`,
		String.raw`a new \color{ddtD}ecoupled \b{Coupled`,
		String.raw`less than \0.1`,
		"GPT-{n} with **bold** and `code`",
		"Let's <think> & <b>dream</b>",
		"{ and } and \\",
	])("leaves what it does not know in %s", (text) => {
		expect(renderRichText(text)).toEqual({ text, html: null });
	});
});

const FRAGMENTS = [
	..."$ $$ \\( \\) \\[ \\] { } & < > \" ' ` -- ~ ^ _ % # \u0000 \u202e \ud800 <script> <img/src=x/onerror=alert(1)> &lt;".split(
		" ",
	),
	..."\\textbf{ \\emph{ {\\it \\href{javascript:a}{ \\url{a} \\text{ \\frac{a}{b} \\alpha \\left( \\right) x_1 \\sum".split(
		" ",
	),
	..."\\begin{matrix} \\end{matrix} \\class{a}{ \\style{a}{ \\overline{ \\mathbf \\sqrt \\not \\hat \\operatorname{ \\\\ \\' \\% 12".split(
		" ",
	),
	" ",
	"words",
];
const hostileText = fc.oneof(
	fc.string({ unit: "binary", maxLength: 200 }),
	fc
		.array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ maxLength: 3 })), { maxLength: 60 })
		.map((all) => all.join("")),
);

describe("any text", () => {
	it("gives HTML of the listed elements and attributes alone, and text without markup", () => {
		fc.assert(
			fc.property(hostileText, (source) => {
				const { text, html } = renderRichText(source);
				expect(findUnsafe(html ?? "")).toBeUndefined();
				expect(text.includes("<math")).toBe(source.includes("<math"));
			}),
			{ numRuns: 3000 },
		);
	});

	it("gives elements as many children as they ask for, whatever allowed commands a formula strings together", () => {
		const part = fc.oneof(
			fc.constantFrom(...[..."{}^_x1&()[]'|"], "{x}", "\\text{a b}", "\\begin{matrix}", "\\end{matrix}"),
			fc.constantFrom(...FORMULA_COMMANDS).map((command) => `\\${command} `),
		);
		fc.assert(
			fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
				const formula = renderFormula(parts.join(""));
				expect(formula.ok ? findUnsafe(formula.html) : undefined).toBeUndefined();
			}),
			{ numRuns: 10_000 },
		);
	});

	it("loses nothing when it is cut into formulas and prose", () => {
		fc.assert(
			fc.property(hostileText, (source) => {
				expect(
					splitFormulas(source)
						.map((span) => span.source)
						.join(""),
				).toBe(source);
			}),
		);
	});

	it("keeps no command that it knows where there is no HTML", () => {
		fc.assert(
			fc.property(hostileText, (source) => {
				const { text, html } = renderRichText(source.replaceAll("$", ""));
				if (html === null) expect(text).not.toMatch(/(?<!\\)\\(%|&|textbf\{|emph\{|alpha(?![A-Za-z]))/);
			}),
		);
	});

	it.each([
		["dollars", "$"],
		["dollars and letters", "$a "],
		["opened formulas", "\\("],
		["opened display formulas", "\\["],
		["braces", "{"],
		["closing braces", "}"],
		["opened styles", "\\textbf{"],
		["opened addresses", "\\url{"],
		["accents", "\\'"],
		["backslashes", "\\"],
		["quotes", "``"],
		["dashes", "-"],
		["tildes", "a~"],
		["commands", "\\times"],
		["nested powers", "$x^{x^{x^{"],
		["accents on accents", `$${"\\hat".repeat(120)}x$`],
		["roots of roots", `$${"\\sqrt".repeat(99)}x$`],
		["control characters", "\u0000\u001b"],
	])("takes 50,000 characters of %s", (_what, part) => {
		const source = part.repeat(50_000 / part.length);
		expect(findUnsafe(renderRichText(source).html ?? "")).toBeUndefined();
	});

	it("shows a text of more than that as it is", () => {
		const text = "$x$".repeat(20_000);
		expect(renderRichText(text)).toEqual({ text, html: null });
	});
});

const archive = archivePath();
const MISSING = "every title and abstract of the archive: skipped, ../shared/data is not there (SHARED_DATA moves it)";

it.skipIf(archive === undefined)(archive ? "renders every title and abstract of the archive" : MISSING, () => {
	const texts = readTexts(archive ?? "");
	expect(texts.map((text) => findUnsafe(renderRichText(text).html ?? "")).filter(Boolean)).toEqual([]);
	const formulas = texts.flatMap(splitFormulas).flatMap(({ formula }) => formula ?? []);
	expect(formulas.length).toBeGreaterThan(0);
	expect(formulas.filter((formula) => !renderFormula(formula).ok)).toEqual([]);
});

function doesRender(formula: string): boolean {
	try {
		return temml.renderToString(formula, { throwOnError: true, macros: { ...MACROS } }) !== "";
	} catch {
		return false;
	}
}
