import "server-only";
import { type Db, db } from "../db/client";
import { take } from "../db/cooldowns";
import { Prisma } from "../db/generated/client";
import { done, type Result, refused } from "../result";
import { keyedHash } from "../tokens";
import { handleKey } from "./handles";
import { findProfile } from "./queries";

/** Each change keeps a handle from others for a while, so nobody goes through many. */
const CHANGES = { times: 5, seconds: 24 * 60 * 60 };

/** How long a handle that somebody gave up stays theirs, so that nobody else is taken for them. */
const REST_DAYS = 90;

/**
 * Saves handle and name of somebody: both or, if the handle is refused, neither. The handle of before stays theirs for 90 days.
 *
 * @param userId of the signed-in user who asks
 * @param profile as `profileForm` reads it; without a handle, whoever has none goes on without
 */
export async function saveProfile(
	userId: string,
	{ handle, name }: { handle: string | undefined; name: string },
): Promise<Result<undefined, "taken" | "changed-too-often" | "handle-stays">> {
	const { handle: before } = await findProfile(userId);
	if (handle === undefined && before !== null) return refused("handle-stays");
	if (handle === undefined || handle === before) {
		await db().user.update({ where: { id: userId }, data: { name } });
		return done(undefined);
	}
	if (!(await take(`handle-changes:${keyedHash(userId)}`, CHANGES))) return refused("changed-too-often");
	try {
		return await db().$transaction(async (tx) => {
			const key = handleKey(handle);
			if (await isResting(tx, userId, key)) return refused("taken");
			await restHandle(tx, userId);
			await tx.user.update({ where: { id: userId }, data: { handle, handleKey: key, name } });
			return done(undefined);
		});
	} catch (error) {
		if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") return refused("taken");
		throw error;
	}
}

/** Keeps the handle that somebody has now from others, from the moment that they have it no more. */
export async function restHandle(tx: Db, userId: string): Promise<void> {
	const user = await tx.user.findUnique({ where: { id: userId }, select: { handleKey: true } });
	if (!user?.handleKey) return;
	await tx.$executeRaw`
		INSERT INTO cooldowns (key, expires_at)
		VALUES (${restOf(user.handleKey) + keyedHash(userId)}, now() + make_interval(days => ${REST_DAYS}))
		ON CONFLICT (key) DO UPDATE SET expires_at = EXCLUDED.expires_at`;
}

/** Whether a handle was another's lately. */
async function isResting(tx: Db, userId: string, key: string): Promise<boolean> {
	const own = restOf(key) + keyedHash(userId);
	const others = { startsWith: restOf(key), not: own };
	return (await tx.cooldown.count({ where: { key: others, expiresAt: { gt: new Date() } } })) > 0;
}

/** How the keys of a handle's rest begin; the former owner follows. */
function restOf(key: string): string {
	return `handle-rest:${keyedHash(`handle ${key}`)}:`;
}
