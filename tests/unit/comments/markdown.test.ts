import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWords, renderComment } from "@/lib/comments/markdown";
import { BODY_MAX } from "@/lib/comments/rules";
import { ATTACKS } from "./attacks";
import { readHtml } from "./read-html";

const link = (address: string, text: string) => `<a href="${address}" rel="nofollow ugc noopener">${text}</a>`;

describe("a comment's Markdown", () => {
	it.each([
		["one *two* **three** `four`", "<p>one <em>two</em> <strong>three</strong> <code>four</code></p>"],
		["one\ntwo\n\nthree", "<p>one<br />\ntwo</p>\n<p>three</p>"],
		["- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"],
		["3. one\n4. two", '<ol start="3">\n<li>one</li>\n<li>two</li>\n</ol>'],
		["> quoted", "<blockquote>\n<p>quoted</p>\n</blockquote>"],
		["```py\nx < 1\n```", "<pre><code>x &lt; 1\n</code></pre>"],
		["# Heading", "<p><strong>Heading</strong></p>"],
		["[paper](https://arxiv.org/abs/1)", `<p>${link("https://arxiv.org/abs/1", "paper")}</p>`],
		["see https://arxiv.org/abs/1.", `<p>see ${link("https://arxiv.org/abs/1", "https://arxiv.org/abs/1")}.</p>`],
		["<https://arxiv.org>", `<p>${link("https://arxiv.org", "https://arxiv.org")}</p>`],
		["![alt](https://x.example/p.png)", `<p>!${link("https://x.example/p.png", "alt")}</p>`],
		["ada@example.org, www.example.org", "<p>ada@example.org, www.example.org</p>"],
		["a <b>c</b> &amp; d", "<p>a &lt;b&gt;c&lt;/b&gt; &amp; d</p>"],
	])("%j", (body, html) => {
		expect(renderComment(body).trim()).toBe(html);
	});
});

describe("formulas", () => {
	it("are set, in the line and by themselves, whatever Markdown would make of their signs", () => {
		expect(renderComment("so $a_1 * b_1 * c$ holds")).toMatch(/^<p>so <math>.*<\/math> holds<\/p>\n$/);
		expect(renderComment("$$\\sum_i x_i$$")).toMatch(/^<p>\n?<span class="display"><math>.*<\/math><\/span><\/p>\n$/);
	});

	it("may take lines, which begin as they like", () => {
		const html = renderComment("before\n$$\nx\n- y\n> z\n$$\nafter");
		expect(html).toMatch(
			/^<p>before<\/p>\n<p>\n?<span class="display"><math>.*<\/math><\/span><\/p>\n<p>after<\/p>\n$/,
		);
		expect(renderComment("> $$\n> x^2\n> $$")).toMatch(/<blockquote>\n<p>\n?<span class="display"><math>/);
		expect(readWords("$$\nx^2\n$$")).toEqual(["x^2"]);
		expect(renderComment("$$\n\nnever closed")).not.toContain("<math");
	});

	it.each(["it costs $5 to $10", "`$x$` as code", "\\$x\\$ escaped", "$\\href{https://x.example}{y}$"])(
		"are not seen in %j",
		(body) => {
			expect(renderComment(body)).not.toContain("<math");
		},
	);

	it("that are too many show as they are written", () => {
		const html = renderComment("$\\alpha$ ".repeat(1000));
		expect(html.match(/<math/g)?.length).toBe(60);
		expect(html).toContain("$\\alpha$");
	});

	it("can't be forged, also by who knows how their places are marked", () => {
		expect(renderComment("00000000-0000-4000-8000-000000000000:0; $x$").match(/<math/g)).toHaveLength(1);
	});
});

describe("what somebody writes to do harm", () => {
	it("has more than a hundred forms here", () => {
		expect(new Set(ATTACKS).size).toBeGreaterThan(250);
	});

	it.each(ATTACKS)("%j becomes listed elements and attributes alone", (attack) => {
		for (const body of [attack, `*${attack}*`, `> - ${attack}`, `\`${attack}`, `$x$ ${attack} $y$`]) {
			expect(readHtml(renderComment(body)).faults, body).toEqual([]);
		}
	});
});

const pieces = fc.oneof(
	fc.constantFrom(..."*_`#>-+![]()<>&;:\\\"'$ \n\t0a1."),
	fc.constantFrom(
		"$$",
		"```",
		"\n\n",
		"](",
		"https://",
		"javascript:",
		"<b>",
		"</p>",
		"&lt;",
		"\\text{",
		"}",
		"\u202e",
	),
	fc.constantFrom(...ATTACKS),
	fc.string({ unit: "binary" }),
);
const anyBody = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join("").replaceAll("\0", "").toWellFormed());

describe("any text at all", () => {
	it("renders, and only as what is listed", () => {
		fc.assert(
			fc.property(anyBody, (body) => {
				expect(readHtml(renderComment(body)).faults).toEqual([]);
			}),
			{ numRuns: 2000 },
		);
	});

	it("keeps its words, whatever stands around them", () => {
		// A figure at the beginning would be a list's number.
		const words = fc.stringMatching(/^[a-zà-ÿ][a-zà-ÿ0-9]{0,8}$/u);
		const signs = fc.constantFrom(
			" ",
			"\n",
			"\n\n",
			"*",
			"**",
			"_",
			"> ",
			"- ",
			"# ",
			"<",
			">",
			"(",
			")",
			"!",
			"<b>",
			'"',
		);
		const body = fc.array(fc.oneof(words, signs), { maxLength: 60 }).map((parts) => parts.join(""));
		fc.assert(
			fc.property(body, (text) => {
				expect(lettersOf(readHtml(renderComment(text)).text)).toBe(lettersOf(text));
				expect(lettersOf(readWords(text).join("\n"))).toBe(lettersOf(text));
			}),
			{ numRuns: 1000 },
		);
	});

	it.each([
		"[",
		"*",
		"**a",
		"`",
		"$",
		"> ",
		"- ",
		"<",
		"![",
		"[a](",
		"$x$",
		"\\",
		"&#",
		"https://",
		"](",
		"_a_ ",
		"$$\n",
		"> $$\n",
		"- $$\n",
	])("of %j again and again keeps the processor for less than a second and a half", (piece) => {
		const before = process.cpuUsage();
		renderComment(piece.repeat(BODY_MAX / piece.length));
		const { user, system } = process.cpuUsage(before);
		expect((user + system) / 1000).toBeLessThan(1500);
	});
});

describe("plain words", () => {
	it("are what is left of a comment without its markup", () => {
		const body = "# So\n\n*one* [two](https://x.example)\nthree\n\n- $x^2$\n\n```\nfour\n```";
		expect(readWords(body)).toEqual(["So", "one two three", "x^2", "four"]);
	});
});

/** Letters and figures. */
function lettersOf(text: string): string {
	return text.replace(/[^\p{L}\p{N}]/gu, "");
}
