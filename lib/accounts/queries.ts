import "server-only";
import { db } from "../db/client";
import { keyedHash } from "../tokens";
import { auth } from "./auth";
import type { AddressChange, CurrentSession, CurrentUser, PendingAddress, Profile, SessionLine } from "./types";

/**
 * Who sent a request, by its session cookie. Asks the database only if there is one whose signature is ours.
 *
 * @throws if the database can't be asked
 */
export async function currentUser(headers: Headers): Promise<CurrentUser | undefined> {
	const found = await auth().api.getSession({ headers });
	if (found === null) return undefined;
	const { id, name, email, handle } = found.user;
	return { id, name, email, handle: handle ?? undefined };
}

/** Whether somebody is a curator now, by their row: a session may be older than the role, or than its end. */
export async function isCurator(userId: string): Promise<boolean> {
	return (await db().user.count({ where: { id: userId, role: "curator" } })) > 0;
}

/** The session that a request came by, with whose it is; undefined if nobody is signed in. */
export async function currentSession(headers: Headers): Promise<CurrentSession | undefined> {
	const found = await auth().api.getSession({ headers });
	if (found === null) return undefined;
	const { id, userId, createdAt } = found.session;
	return { id, userId, createdAt };
}

/**
 * Somebody's open sessions, newest first. When one was last used is not known: reading changes no row.
 *
 * @param currentId of the session that asks
 */
export async function listSessions(userId: string, currentId: string): Promise<SessionLine[]> {
	const rows = await db().session.findMany({
		where: { userId, expiresAt: { gt: new Date() } },
		orderBy: [{ createdAt: "desc" }, { id: "asc" }],
		select: { id: true, userAgent: true, createdAt: true, expiresAt: true },
	});
	return rows.map(({ id, userAgent, createdAt, expiresAt }) => ({
		id,
		browser: userAgent ?? "",
		since: createdAt,
		until: expiresAt,
		isCurrent: id === currentId,
	}));
}

/** What others see of somebody, for their own settings. */
export async function findProfile(userId: string): Promise<Profile> {
	return db().user.findUniqueOrThrow({ where: { id: userId }, select: { handle: true, name: true } });
}

/** The change that somebody has under way. */
export async function findAddressChange(userId: string, now: Date): Promise<PendingAddress | undefined> {
	const found = await db().emailChange.findUnique({ where: { userId, expiresAt: { gt: now } } });
	if (!found) return undefined;
	const { newEmail, oldConfirmedAt, newConfirmedAt } = found;
	return { newEmail, oldConfirmed: oldConfirmedAt !== null, newConfirmed: newConfirmedAt !== null };
}

/** What a link is about, for the page that it opens. Changes nothing. */
export async function readAddressToken(token: string, now: Date): Promise<AddressChange | undefined> {
	const hash = keyedHash(token);
	const found = await db().emailChange.findFirst({
		where: { OR: [{ oldTokenHash: hash }, { newTokenHash: hash }], expiresAt: { gt: now } },
		select: { newEmail: true, oldTokenHash: true },
	});
	if (!found) return undefined;
	return { side: found.oldTokenHash === hash ? "old" : "new", newEmail: found.newEmail };
}
