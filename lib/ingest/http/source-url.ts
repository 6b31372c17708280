/** An address at a source. What the settings give as the source's own may end in a path, as behind a proxy. */
export function sourceUrl(base: string, path: string, query: Record<string, string>): URL {
	const url = new URL(path, `${base.replace(/\/+$/, "")}/`);
	url.search = new URLSearchParams(query).toString();
	return url;
}
