import "server-only";
import { db } from "../db/client";
import { cookiesOfSignOut } from "./cookies";
import type { ResponseCookie } from "./types";

/** Ends one session, if it is this user's; the same whether or not there was one. */
export async function endSession(userId: string, sessionId: string): Promise<void> {
	await db().session.deleteMany({ where: { userId, id: sessionId } });
}

/** Ends all of somebody's sessions, and gives the cookies that say so to the browser that asked. */
export async function endAllSessions(userId: string): Promise<ResponseCookie[]> {
	await db().session.deleteMany({ where: { userId } });
	return cookiesOfSignOut();
}
