/** A stretch of a text as written; `formula` is what stands between a formula's delimiters, undefined in prose. */
export type Span = { source: string; formula?: string };

/**
 * A formula's body stops at the first sign that could close it, so that no text is read more than a few times. The last
 * alternative takes an escaped sign whole: `\$` delimits nothing.
 */
const FORMULA =
	/\$\$((?:[^$\\]|\\.)+)\$\$|\$((?:[^$\\]|\\.)+)\$|\\\(((?:[^\\]|\\[^()])*)\\\)|\\\[((?:[^\\]|\\[^[\]])*)\\\]|\\./gs;
const TWO_WORDS = /\p{L}{2}[,.;:)]?\s+\(?\p{L}{2}/u;

/** Cuts a text into prose and formulas: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`. All spans together are the text. */
export function splitFormulas(text: string): Span[] {
	const spans: Span[] = [];
	const pattern = new RegExp(FORMULA);
	let end = 0;
	for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
		const [source, display, inline, round, square] = match;
		if (inline !== undefined && isNotMeant(text, match.index, inline)) {
			pattern.lastIndex = match.index + 1;
			continue;
		}
		const formula = display ?? inline ?? round ?? square;
		if (formula === undefined) continue;
		if (match.index > end) spans.push({ source: text.slice(end, match.index) });
		spans.push({ source, formula });
		end = pattern.lastIndex;
	}
	if (end < text.length) spans.push({ source: text.slice(end) });
	return spans;
}

/**
 * Two dollars that are money, or strays. The rule: with no TeX in between (a command, `^`, `_`) they are money when a digit
 * follows the first and a space precedes or a digit follows the second (`$5 to $10`, `$5-$10`), or when a digit precedes the
 * first and a space follows it (`3$ or 4$`); and they are strays when two words and no command stand in between.
 */
export function isNotMeant(text: string, at: number, body: string): boolean {
	if (/\\[A-Za-z]/.test(body)) return false;
	if (TWO_WORDS.test(body)) return true;
	if (/[\^_]/.test(body)) return false;
	const before = text.charAt(at - 1);
	const after = text.charAt(at + body.length + 2);
	return (/^\d/.test(body) && (/\s$/.test(body) || /\d/.test(after))) || (/\d/.test(before) && /^\s/.test(body));
}
