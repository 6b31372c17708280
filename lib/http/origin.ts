import { env } from "../env";

/**
 * Whether a request that changes something comes from our own pages. Browsers send `Origin` with every POST; one that has
 * none, says `null` or names another site is refused. Our own is what APP_URL says, or the host that the request itself
 * was sent to: a demo is also opened as 127.0.0.1 or by the machine's name.
 */
export function isSameOrigin(headers: Headers): boolean {
	const origin = headers.get("origin");
	if (origin === null || !URL.canParse(origin)) return false;
	return origin === new URL(env().APP_URL).origin || new URL(origin).host === headers.get("host");
}
