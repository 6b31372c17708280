import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { db } from "../db/client";

/** Feed readers send neither cookies nor headers of ours: whoever knows the address reads the feed. */
const TOKEN_BYTES = 32;

/**
 * Makes a new address for somebody's library as a feed; an older one ends with it.
 *
 * @returns its token, of which only a hash is kept
 */
export async function makeFeedToken(userId: string): Promise<string> {
	const token = randomBytes(TOKEN_BYTES).toString("base64url");
	const feed = { tokenHash: hash(token), createdAt: new Date() };
	await db().libraryFeed.upsert({ where: { userId }, create: { userId, ...feed }, update: feed });
	return token;
}

/** Ends the address of somebody's feed; without one, nothing changes. */
export async function revokeFeed(userId: string): Promise<void> {
	await db().libraryFeed.deleteMany({ where: { userId } });
}

/** Whose library a token opens; undefined for one that is not, or no longer, good. */
export async function findFeedOwner(token: string): Promise<string | undefined> {
	const feed = await db().libraryFeed.findUnique({ where: { tokenHash: hash(token) }, select: { userId: true } });
	return feed?.userId;
}

/** Of 256 random bits a plain hash can't be turned back. */
function hash(token: string): string {
	return createHash("sha256").update(token).digest("base64url");
}
