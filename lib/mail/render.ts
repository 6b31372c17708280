import "server-only";
import type { ReactElement } from "react";
import { render, toPlainText } from "react-email";

/**
 * Turns a template into the two parts of a mail. The plain text follows the HTML: headings as they are written, each
 * address on a line of its own, so that no mail program breaks it.
 */
export async function renderMail(element: ReactElement): Promise<{ html: string; text: string }> {
	const html = await render(element);
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
