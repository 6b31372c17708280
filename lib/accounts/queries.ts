import "server-only";
import { auth } from "./auth";
import type { CurrentUser } from "./types";

/**
 * Who sent a request, by its session cookie. Asks the database only if there is one whose signature is ours.
 *
 * @throws if the database can't be asked
 */
export async function currentUser(headers: Headers): Promise<CurrentUser | undefined> {
	const found = await auth().api.getSession({ headers });
	if (found === null) return undefined;
	const { id, name, email } = found.user;
	return { id, name, email };
}
