import "server-only";
import { env } from "../env";

/** The whole address of a page of ours, for use outside the site. */
export function linkTo(path: `/${string}`, token?: string): string {
	const url = new URL(path, env().APP_URL);
	if (token !== undefined) url.searchParams.set("token", token);
	return url.href;
}

/**
 * The mail that ends a subscription as well, for mail programs that write rather than ask a site (RFC 2369, 6068).
 *
 * @returns a `mailto:` address with the token in its subject; undefined where the host reads no such mail
 */
export function leavingUrl(token: string): string | undefined {
	const { UNSUBSCRIBE_MAILTO: address } = env();
	if (address === undefined) return undefined;
	return `mailto:${encodeURIComponent(address).replace("%40", "@")}?subject=${encodeURIComponent(`unsubscribe ${token}`)}`;
}
