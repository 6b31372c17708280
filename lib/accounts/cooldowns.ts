import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import { keyedHash } from "../tokens";

const MAILS_AN_HOUR = 5;

/** More addresses than this in one minute are no readers of ours; it is someone who uses us to mail strangers. */
const ADDRESSES_A_MINUTE = 100;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const HOUR_STEP = HOUR / MAILS_AN_HOUR;

const MINUTE_PREFIX = "sign-in:minute:";
const HOUR_PREFIX = "sign-in:hour:";

const rows = z.array(z.object({ key: z.string() }));

/**
 * Asks leave to send a sign-in mail: one a minute and five an hour to an address. Whoever asks at the same time as another
 * is refused; nothing is counted against an address by being refused. The whole site sends about a hundred a minute at most.
 */
export async function takeMailTurn(email: string): Promise<"granted" | "too-soon" | "too-many" | "crowded"> {
	await db().$executeRaw`DELETE FROM cooldowns WHERE expires_at < now()`;
	const resting = { key: { startsWith: MINUTE_PREFIX }, expiresAt: { gt: new Date() } };
	if ((await db().cooldown.count({ where: resting })) >= ADDRESSES_A_MINUTE) return "crowded";
	if (!(await take(minuteKey(email), MINUTE, 0))) return "too-soon";
	return (await take(hourKey(email), HOUR_STEP, HOUR - HOUR_STEP)) ? "granted" : "too-many";
}

/** Gives a turn back whose mail could not be sent, so that the person can try again at once. */
export async function returnMailTurn(email: string): Promise<void> {
	await db().$executeRaw`DELETE FROM cooldowns WHERE key = ${minuteKey(email)}`;
	await db().$executeRaw`
		UPDATE cooldowns SET expires_at = expires_at - make_interval(secs => ${HOUR_STEP}) WHERE key = ${hourKey(email)}`;
}

function minuteKey(email: string): string {
	return MINUTE_PREFIX + keyedHash(email);
}

function hourKey(email: string): string {
	return HOUR_PREFIX + keyedHash(email);
}

/**
 * Moves the instant at which all is forgotten one step on, unless that lies further ahead than the slack: with slack, a
 * few turns may follow each other at once (the "generic cell rate algorithm"). One statement, so no two can both pass.
 */
async function take(key: string, stepSeconds: number, slackSeconds: number): Promise<boolean> {
	const taken = await db().$queryRaw`
		INSERT INTO cooldowns (key, expires_at) VALUES (${key}, now() + make_interval(secs => ${stepSeconds}))
		ON CONFLICT (key) DO UPDATE
			SET expires_at = greatest(cooldowns.expires_at, now()) + make_interval(secs => ${stepSeconds})
			WHERE cooldowns.expires_at <= now() + make_interval(secs => ${slackSeconds})
		RETURNING key`;
	return rows.parse(taken).length > 0;
}
