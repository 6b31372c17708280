/**
 * Tells scripts of ours that it is worth asking who is signed in. Not a secret and not a proof: the session cookie, which
 * no script can read, is both. It lives as long as the session.
 */
export const HINT_COOKIE = "signed_in";

/** Whether a cookie string (`document.cookie`) holds the hint. */
export function hasHint(cookies: string): boolean {
	return /(^|;\s*)signed_in=1(;|$)/.test(cookies);
}
