/** Longer than any path of ours with its query; keeps links in mails short. */
const MAX_LENGTH = 500;

/** Never resolves; what a path becomes on it, it becomes on our own host. */
const BASE = "https://broadsheet.invalid";

/**
 * Reads where somebody wants to go after signing in. Anyone can write such a link, so only places on this site count.
 *
 * @param text a path with query and fragment (`/papers/date/2026-06-08#paper-2412.14093`)
 * @returns the path in the spelling that a browser makes of it; undefined if it leads, or may lead, to another site
 */
export function parseReturnPath(text: unknown): string | undefined {
	if (typeof text !== "string" || text.length > MAX_LENGTH || !text.startsWith("/")) return undefined;
	// Browsers read `\` as `/`, drop tabs and line breaks, and resolve dots, so the result is looked at too: `/.//evil.com`.
	if (/[\\\p{Cc}\s]/u.test(text) || !URL.canParse(text, BASE)) return undefined;
	const url = new URL(text, BASE);
	// A proxy may decode what a browser would not.
	if (url.origin !== BASE || /^\/\/|%([01][0-9a-f]|7f|2f|5c)/i.test(url.pathname)) return undefined;
	return url.pathname + url.search + url.hash;
}
