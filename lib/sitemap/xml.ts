import type { SitemapEntry } from "./types";

/**
 * A sitemap (https://www.sitemaps.org/protocol.html).
 *
 * @param site the address that ours begin with (`https://papers.example.org`)
 */
export function writeSitemap(entries: readonly SitemapEntry[], site: string): string {
	return writeEntries("urlset", "url", entries, site);
}

/** An index of sitemaps. */
export function writeSitemapIndex(sitemaps: readonly SitemapEntry[], site: string): string {
	return writeEntries("sitemapindex", "sitemap", sitemaps, site);
}

function writeEntries(root: string, name: string, entries: readonly SitemapEntry[], site: string): string {
	const lines = entries.map(({ path, changed }) => {
		const lastmod =
			changed === undefined ? "" : `<lastmod>${changed instanceof Date ? changed.toISOString() : changed}</lastmod>`;
		return `<${name}><loc>${escapeXml(new URL(path, site).href)}</loc>${lastmod}</${name}>\n`;
	});
	return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines.join("")}</${root}>
`;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** An address as `href` gives it is ASCII, and holds nothing else that XML can't. */
function escapeXml(address: string): string {
	return address.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
