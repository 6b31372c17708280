import "server-only";
import { inTurn } from "../accounts/turns";
import type { Db } from "../db/client";
import { done, type Result, refused } from "../result";
import { findKey } from "./queries";
import type { FollowRefusal, FollowState, FollowTarget } from "./types";
import { FOLLOWS_MAX, SEARCHES_MAX } from "./words";

type Following = Result<FollowState, FollowRefusal>;

/**
 * Has somebody follow an author, an organisation, a topic or a search, or no longer. Doing again what is done changes nothing.
 *
 * @param userId of the signed-in user who asks: the caller has it from `currentUser`
 */
export function setFollowed(userId: string, target: FollowTarget, followed: boolean): Promise<Following> {
	return change(userId, target, () => followed);
}

/** Turns it over, for forms that can't know it. */
export function toggleFollowed(userId: string, target: FollowTarget): Promise<Following> {
	return change(userId, target, (isFollowed) => !isFollowed);
}

function change(userId: string, target: FollowTarget, decide: (isFollowed: boolean) => boolean): Promise<Following> {
	return inTurn(userId, async (tx) => {
		const key = await findKey(target, tx);
		if (key === undefined) return refused("nothing-there");
		const isFollowed = (await tx.follow.count({ where: { userId, ...key } })) > 0;
		const followed = decide(isFollowed);
		if (followed && !isFollowed) {
			if (await isFull(tx, userId, target.kind === "search")) return refused("too-many");
			await tx.follow.create({ data: { userId, ...key }, select: { id: true } });
		}
		if (!followed) await tx.follow.deleteMany({ where: { userId, ...key } });
		return done({ followed });
	});
}

async function isFull(tx: Db, userId: string, ofSearches: boolean): Promise<boolean> {
	const held = await tx.follow.count({ where: { userId, search: ofSearches ? { not: null } : null } });
	return held >= (ofSearches ? SEARCHES_MAX : FOLLOWS_MAX);
}
