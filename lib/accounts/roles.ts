import "server-only";
import { db } from "../db/client";

/**
 * Gives somebody a role. Asks nobody's leave: it is for the operator's command, never for a route.
 *
 * @param email as `emailAddress` reads it
 * @returns false if nobody with this address has ever signed in
 */
export async function setRole(email: string, role: "reader" | "curator"): Promise<boolean> {
	const { count } = await db().user.updateMany({ where: { email }, data: { role } });
	return count > 0;
}
