const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A page for a form that was sent without a script to a route handler and could not be dealt with: a sentence and a way back. */
export function plainPage(status: number, sentence: string, back: string): Response {
	return page(status, `<p>${escapeHtml(sentence)}</p><p><a href="${escapeHtml(back)}">Back</a></p>`);
}

/**
 * Leads whoever sent a form on to another site at once. Not by a redirect: our `form-action 'self'` holds for where a form is
 * redirected as well.
 */
export function leadingPage(url: string, name: string): Response {
	const href = escapeHtml(url);
	const refresh = `<meta http-equiv="refresh" content="0;url=${href}">`;
	return page(200, `<p><a href="${href}">Go on to ${escapeHtml(name)}</a></p>`, refresh);
}

function page(status: number, main: string, head = ""): Response {
	const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">${head}<title>Broadsheet</title>
<style>body{max-width:34rem;margin:15vh auto;padding:0 1rem;font:1.1rem/1.6 Georgia,serif}</style></head>
<body><main>${main}</main></body></html>
`;
	return new Response(html, {
		status,
		headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
	});
}

function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
