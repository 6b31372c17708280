/**
 * A name as it stands in an address: lower case, letters and digits of any script, hyphens between. Latin accents are dropped,
 * so that `José` and `Jose` meet; a name without any letter or digit is spelled by its code points.
 */
export function slugify(name: string): string {
	const slug = name
		.normalize("NFKD")
		.replace(/[\u0300-\u036f]+/g, "")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, "-")
		.replace(/^-+|-+$/g, "");
	return slug || [...name].map((character) => character.codePointAt(0)?.toString(16)).join("-");
}

/** Longer than any name that we have seen, and short enough to look up. */
const SLUG_MAX = 300;

/** Reads a slug as it stands in an address, where letters beyond ASCII are percent-encoded; undefined for what can't be one. */
export function parseSlug(segment: string): string | undefined {
	try {
		const slug = decodeURIComponent(segment);
		// A zero byte is more than Postgres takes.
		return slug.length <= SLUG_MAX && !slug.includes("\0") ? slug : undefined;
	} catch {
		return undefined;
	}
}
