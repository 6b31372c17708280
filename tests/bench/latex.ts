import { renderRichText } from "@/lib/papers/latex";
import { renderFormula } from "@/lib/papers/latex-formula";
import { splitFormulas } from "@/lib/papers/latex-spans";
import { archivePath } from "../archive";
import { readTexts } from "../unit/papers/archive-texts";
import { findUnsafe } from "../unit/papers/safe-html";

/**
 * `npm run bench -- latex [FILE]`: renders every title and abstract of the archive, or of a file like it. Says how many formulas
 * became MathML and why the others did not, whether any HTML is unsafe, how long a text takes and how large it gets.
 */
export async function run([file = archivePath()]: string[]): Promise<void> {
	if (file === undefined) return say("latex: skipped, ../shared/data is not there (SHARED_DATA moves it)");
	const texts = readTexts(file);
	for (const text of texts) renderRichText(text);
	const rendered = texts.map((text) => {
		const startedAt = performance.now();
		const { html } = renderRichText(text);
		return { text, html, milliseconds: performance.now() - startedAt };
	});
	const pages = rendered.flatMap(({ text, html }) => (html === null ? [] : [{ text, html }]));
	const unsafe = pages.filter(({ html }) => findUnsafe(html) !== undefined);
	say(`${texts.length} texts, ${pages.length} with HTML, ${unsafe.length} unsafe`);
	sayFormulas(texts);
	const times = rendered.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
	say(`time a text: median ${inMicroseconds(quantile(times, 0.5))}, p99 ${inMicroseconds(quantile(times, 0.99))}`);
	saySizes(pages);
}

function sayFormulas(texts: readonly string[]): void {
	const formulas = texts.flatMap(splitFormulas).flatMap(({ formula }) => (formula === undefined ? [] : [formula]));
	const reasons = new Map<string, number>();
	for (const result of formulas.map(renderFormula)) {
		if (!result.ok) reasons.set(result.reason, (reasons.get(result.reason) ?? 0) + 1);
	}
	const refused = [...reasons.values()].reduce((sum, count) => sum + count, 0);
	say(`${formulas.length} formulas, ${refused} shown as written`);
	for (const [reason, count] of [...reasons].sort((a, b) => b[1] - a[1]).slice(0, 10)) say(`  ${count} × ${reason}`);
}

function saySizes(pages: readonly { text: string; html: string }[]): void {
	const added = ({ text, html }: { text: string; html: string }) => html.length - text.length;
	const heaviest = [...pages].sort((a, b) => added(b) - added(a)).slice(0, 20);
	const sources = heaviest.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
	const html = heaviest.reduce((sum, page) => sum + Buffer.byteLength(page.html), 0);
	say(`largest HTML: ${Math.max(...pages.map((page) => Buffer.byteLength(page.html)))} bytes`);
	say(`the ${heaviest.length} that grow most: ${sources} bytes of source, ${html} of HTML`);
}

function quantile(sorted: readonly number[], share: number): number {
	return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}

function inMicroseconds(milliseconds: number): string {
	return `${(milliseconds * 1000).toFixed(1)} µs`;
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}
