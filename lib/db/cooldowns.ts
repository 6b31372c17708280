import "server-only";
import { z } from "zod";
import { db } from "./client";

/** So many times in a row, and then one more each time its share of the seconds has gone by. */
export type Rate = { times: number; seconds: number };

const rows = z.array(z.object({ key: z.string() }));
const countRows = z.array(z.object({ count: z.number() })).length(1);

/**
 * Takes a turn of what a key stands for, if its rate leaves one. One statement, so of several at once no more get one than
 * there are.
 *
 * The row's instant is when all turns are back; a turn moves it one step on, unless that puts it further ahead than all
 * turns reach (the "generic cell rate algorithm").
 */
export async function take(key: string, rate: Rate): Promise<boolean> {
	const step = stepOf(rate);
	const taken = await db().$queryRaw`
		INSERT INTO cooldowns (key, expires_at) VALUES (${key}, now() + make_interval(secs => ${step}))
		ON CONFLICT (key) DO UPDATE
			SET expires_at = greatest(cooldowns.expires_at, now()) + make_interval(secs => ${step})
			WHERE cooldowns.expires_at <= now() + make_interval(secs => ${rate.seconds - step})
		RETURNING key`;
	return rows.parse(taken).length > 0;
}

/** Whether `take` would give a turn now, without taking it. */
export async function isFree(key: string, rate: Rate): Promise<boolean> {
	const resting = await db().$queryRaw`
		SELECT key FROM cooldowns
		WHERE key = ${key} AND expires_at > now() + make_interval(secs => ${rate.seconds - stepOf(rate)})`;
	return rows.parse(resting).length === 0;
}

/** Gives one turn back. */
export async function giveBack(key: string, rate: Rate): Promise<void> {
	await db().$executeRaw`
		UPDATE cooldowns SET expires_at = expires_at - make_interval(secs => ${stepOf(rate)}) WHERE key = ${key}`;
}

/** How many keys that begin so have a turn out. */
export async function countResting(prefix: string): Promise<number> {
	const counted = await db().$queryRaw`
		SELECT count(*)::int AS count FROM cooldowns WHERE starts_with(key, ${prefix}) AND expires_at > now()`;
	return countRows.parse(counted)[0]?.count ?? 0;
}

/** Forgets what is over: a host without a worker has nobody else who does. Waits for nobody. */
export async function forgetOver(): Promise<void> {
	await db().$executeRaw`
		DELETE FROM cooldowns WHERE key IN (SELECT key FROM cooldowns WHERE expires_at < now() FOR UPDATE SKIP LOCKED)`;
}

/** How long one turn takes to come back, in seconds. */
function stepOf({ times, seconds }: Rate): number {
	return seconds / times;
}
