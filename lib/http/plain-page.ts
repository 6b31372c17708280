const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A page for a form that was sent without a script to a route handler and could not be dealt with: a sentence and a way back. */
export function plainPage(status: number, sentence: string, back: string): Response {
	const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>Broadsheet</title>
<style>body{max-width:34rem;margin:15vh auto;padding:0 1rem;font:1.1rem/1.6 Georgia,serif}</style></head>
<body><main><p>${escapeHtml(sentence)}</p><p><a href="${escapeHtml(back)}">Back</a></p></main></body></html>
`;
	return new Response(html, {
		status,
		headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
	});
}

function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
