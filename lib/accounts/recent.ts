import type { CurrentSession } from "./types";

/** Deleting takes a sign-in that is no older: whoever finds an open browser must not be able to. */
const RECENT_MINUTES = 60;

/** Whether a session began so lately that its owner need not sign in again to delete the account. */
export function isRecent(session: Pick<CurrentSession, "createdAt">, now: Date): boolean {
	return now.getTime() - session.createdAt.getTime() < RECENT_MINUTES * 60_000;
}
