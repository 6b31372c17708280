import "server-only";
import { env } from "../env";

/** The whole address of a page of ours, for use outside the site. */
export function linkTo(path: `/${string}`, token?: string): string {
	const url = new URL(path, env().APP_URL);
	if (token !== undefined) url.searchParams.set("token", token);
	return url.href;
}
