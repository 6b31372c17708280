import { renderFormula } from "./latex-formula";
import { writeProse } from "./latex-prose";
import { splitFormulas } from "./latex-spans";
import { type RichText, RichTextWriter } from "./latex-writer";

export type { RichText } from "./latex-writer";

/** In characters: as much as the ingest takes for an abstract. */
const MAX_TEXT = 50_000;
const MAX_FORMULAS = 60;
/** Without any of these a text shows as it is, as nine of ten do. */
const MARKUP = /[$\\{}~`]|--|''/;

/**
 * Renders the LaTeX of a title or an abstract, whose line breaks are folded. `text` is a line of plain text for where no markup
 * can stand. `html` holds escaped prose, `<strong>`, `<em>`, `<code>` and formulas as MathML; null where the text says it all.
 * What is not known, not allowed or too large shows as it is written. Never throws. For the server: the renderer weighs 168 kB.
 */
export function renderRichText(source: string): RichText {
	if (source.length > MAX_TEXT || !MARKUP.test(source)) return { text: source, html: null };
	const writer = new RichTextWriter();
	let formulas = 0;
	for (const span of splitFormulas(source)) {
		if (span.formula === undefined) {
			writeProse(writer, span.source);
			continue;
		}
		const formula = formulas++ < MAX_FORMULAS ? renderFormula(span.formula) : undefined;
		if (formula?.ok) writer.add(formula.text, formula.html);
		else writer.add(span.source);
	}
	return writer.end();
}
