import "server-only";
import { z } from "zod";
import { type Rate, take } from "../db/cooldowns";
import { env } from "../env";
import { keyedHash, readTokenContent, signToken } from "../tokens";

const SECONDS = 5 * 60;
/** For as long as its token is good. */
const ONCE: Rate = { times: 1, seconds: SECONDS };

const challengeContent = z.string().min(16);

type Purpose = "register-passkey" | "sign-in-with-passkey";

/** What the site is to passkeys: those made for another host never work here. */
export function relyingParty(): { id: string; origin: string } {
	const { hostname, origin } = new URL(env().APP_URL);
	return { id: hostname, origin };
}

/** Vouches to ourselves that a challenge is ours; nothing is kept here until it comes back. */
export function signChallenge(purpose: Purpose, subject: string, challenge: string, now: Date): Promise<string> {
	return signToken(purpose, subject, new Date(now.getTime() + SECONDS * 1000), challenge);
}

/**
 * Takes a challenge back, once.
 *
 * @returns undefined if it is another's, over, used, or none of ours
 */
export async function takeChallenge(
	purpose: Purpose,
	subject: string,
	token: string,
	now: Date,
): Promise<string | undefined> {
	const read = await readTokenContent(purpose, token, now);
	const challenge = challengeContent.safeParse(read?.content);
	if (read?.subject !== subject || !challenge.success) return undefined;
	return (await take(`passkey-challenge:${keyedHash(challenge.data)}`, ONCE)) ? challenge.data : undefined;
}
