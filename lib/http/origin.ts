import { env } from "../env";

/**
 * Whether a request that changes something comes from our own pages. Browsers send `Origin` with every POST; one that has
 * none, says `null` or names another site is refused. Our own is what APP_URL says, or the scheme and host that the request
 * itself was sent to: a demo is also opened as 127.0.0.1 or by the machine's name.
 */
export function isSameOrigin(headers: Headers): boolean {
	const text = headers.get("origin");
	if (text === null || !URL.canParse(text)) return false;
	const origin = new URL(text);
	// No browser sends more of an address, such as a user name or a path.
	if (origin.origin !== text) return false;
	const own = new URL(env().APP_URL);
	return text === own.origin || (origin.host === headers.get("host") && origin.protocol === schemeOf(headers, own));
}

/**
 * The scheme that the request came by. A site of https has no pages by http. Any other is by http, unless a proxy in front
 * says otherwise: the first of several, as each proxy adds its own.
 */
function schemeOf(headers: Headers, own: URL): string {
	if (own.protocol === "https:") return own.protocol;
	return `${headers.get("x-forwarded-proto")?.split(",")[0]?.trim() || "http"}:`;
}
