/** What has sitemaps, by the word that stands for it in their addresses. */
export const SITEMAP_KINDS = ["papers", "days", "weeks", "months", "authors", "orgs", "topics"] as const;
export type SitemapKind = (typeof SITEMAP_KINDS)[number];

/** One sitemap: the `part` of its kind. Of papers it is a month, `202606`; of all else parts are counted from 1. */
export type SitemapPart = { kind: SitemapKind; part: number };

/** How many authors, organisations or ids of topics share a sitemap, roughly. The protocol allows 50,000 addresses. */
export const PART_SIZE = 10_000;
export const ADDRESSES_MAX = 50_000;

const FILE = /^([1-9]\d{0,6})\.xml$/;

/** Where a sitemap is. */
export function sitemapPath({ kind, part }: SitemapPart): string {
	return `/sitemaps/${kind}/${part}.xml`;
}

/** Reads the last two segments of a sitemap's address; undefined for what can't be one. */
export function parseSitemapPart(kind: string, file: string): SitemapPart | undefined {
	const known = SITEMAP_KINDS.find((each) => each === kind);
	const [, part] = FILE.exec(file) ?? [];
	return known && part ? { kind: known, part: Number(part) } : undefined;
}

/** The first UUID of each of so many equal shares of them all. */
export function divideIds(shares: number): string[] {
	return Array.from({ length: shares }, (_, nth) => {
		const first = Math.ceil((nth * 2 ** 32) / shares);
		return `${first.toString(16).padStart(8, "0")}-0000-0000-0000-000000000000`;
	});
}
