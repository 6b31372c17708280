const SVG =
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1a1815"/>' +
	'<path d="M8 9h16M8 12h16" stroke="#fdfcf9" stroke-width="1.5"/><path d="M16 16.5 22 25H10z" fill="#ff8a65"/></svg>';

/** What tabs show. It stands in the page, as a first visit's files share the line with one file less. */
export const ICON = `data:image/svg+xml,${encodeURIComponent(SVG)}`;
