import "server-only";
import { z } from "zod";
import { db } from "./client";

/** So many times in a row, and then one more each time its share of the seconds has gone by. */
export type Rate = { times: number; seconds: number };

const rows = z.array(z.object({ key: z.string() }));
const countRows = z.array(z.object({ count: z.number() })).length(1);

/** Takes a turn of what a key stands for, if its rate leaves one. */
export async function take(key: string, rate: Rate): Promise<boolean> {
	return (await takeEach([{ key, rate }])).length === 0;
}

/**
 * Takes a turn of each of some keys, of those whose rate leaves one. One statement, so of several at once no more get one than
 * there are.
 *
 * A row's instant is when all turns are back; a turn moves it one step on, unless that puts it further ahead than all
 * turns reach (the "generic cell rate algorithm").
 *
 * @returns the keys that had no turn left, in the order given
 */
export async function takeEach(turns: readonly { key: string; rate: Rate }[]): Promise<string[]> {
	const keys = turns.map(({ key }) => key);
	const steps = turns.map(({ rate }) => stepOf(rate));
	const seconds = turns.map(({ rate }) => rate.seconds);
	// In the order of the keys, so that two that take the same ones never wait for each other.
	const taken = await db().$queryRaw`
		WITH turns AS (
			SELECT * FROM unnest(${keys}::text[], ${steps}::float8[], ${seconds}::float8[]) AS turns (key, step, seconds)
		)
		INSERT INTO cooldowns (key, expires_at)
		SELECT key, now() + make_interval(secs => step) FROM turns ORDER BY key
		ON CONFLICT (key) DO UPDATE
			SET expires_at = greatest(cooldowns.expires_at, now()) + (excluded.expires_at - now())
			WHERE cooldowns.expires_at <= now()
				+ (SELECT make_interval(secs => turns.seconds - turns.step) FROM turns WHERE turns.key = excluded.key)
		RETURNING key`;
	const granted = new Set(rows.parse(taken).map(({ key }) => key));
	return keys.filter((key) => !granted.has(key));
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
