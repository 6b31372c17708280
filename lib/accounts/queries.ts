import "server-only";
import { db } from "../db/client";
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

/** Whether somebody is a curator now, by their row: a session may be older than the role, or than its end. */
export async function isCurator(userId: string): Promise<boolean> {
	return (await db().user.count({ where: { id: userId, role: "curator" } })) > 0;
}
