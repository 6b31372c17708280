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
