import "server-only";
import type { ReactElement } from "react";
import { render, toPlainText } from "react-email";

/**
 * Turns a template into the two parts of a mail. The plain text follows the HTML: headings as they are written, each
 * address on a line of its own, so that no mail program breaks it.
 */
export async function renderMail(element: ReactElement): Promise<{ html: string; text: string }> {
	const html = await renderHtml(element);
	const text = toPlainText(html, {
		wordwrap: 76,
		selectors: [
			...["h1", "h2"].map((selector) => ({ selector, options: { uppercase: false, leadingLineBreaks: 2 } })),
			{ selector: "a", options: { linkBrackets: false, hideLinkHrefIfSameAsText: true } },
			{ selector: "a[data-text=label]", format: "inline" },
			{ selector: "hr", options: { length: 40 } },
		],
	});
	return { html, text: `${text.trim()}\n` };
}

/**
 * Turns a template into HTML of ASCII alone: it is the same whatever a mail program takes its encoding for, and takes half the
 * memory, which counts where there are a hundred thousand of it.
 */
export async function renderHtml(element: ReactElement): Promise<string> {
	const html = await render(element);
	return html.replace(/[^\0-\x7f]/gu, (character) => `&#${character.codePointAt(0)};`);
}
