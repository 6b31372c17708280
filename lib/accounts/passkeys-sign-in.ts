import "server-only";
import { generateAuthenticationOptions, verifyAuthenticationResponse } from "@simplewebauthn/server";
import type { z } from "zod";
import { db } from "../db/client";
import { type Rate, take } from "../db/cooldowns";
import { done, type Result, refused } from "../result";
import { keyedHash } from "../tokens";
import { auth } from "./auth";
import { cookiesOfSignIn } from "./cookies";
import { relyingParty, signChallenge, takeChallenge } from "./passkeys-challenges";
import type { usedPasskey } from "./passkeys-schemas";
import type { ResponseCookie } from "./types";

/** Of one passkey; its owner needs one. */
const TRIES: Rate = { times: 10, seconds: 60 };

/** Nobody in particular: who it is, the passkey says. */
const ANYBODY = "anybody";

/**
 * Begins signing in with a passkey.
 *
 * @returns what the browser asks its devices for, and a token that has to come back with the answer
 */
export async function startPasskeySignIn(now: Date) {
	const options = await generateAuthenticationOptions({ rpID: relyingParty().id, userVerification: "preferred" });
	return { options, token: await signChallenge("sign-in-with-passkey", ANYBODY, options.challenge, now) };
}

/**
 * Signs in whoever holds a passkey.
 *
 * @param browser as `nameBrowser` gives it; kept with the session
 * @returns the cookies to set; refused, whatever is wrong, in one way
 */
export async function signInWithPasskey(
	{ token, response }: { token: string; response: z.output<typeof usedPasskey> },
	browser: string,
	now: Date,
): Promise<Result<{ userId: string; cookies: ResponseCookie[] }, "not-verified">> {
	const challenge = await takeChallenge("sign-in-with-passkey", ANYBODY, token, now);
	if (challenge === undefined) return refused("not-verified");
	const passkey = await db().passkey.findUnique({ where: { id: response.id } });
	if (!passkey || !(await take(`passkey-uses:${keyedHash(passkey.id)}`, TRIES))) return refused("not-verified");
	const { userId, counter } = passkey;
	const handle = response.response.userHandle;
	if (handle !== undefined && handle !== Buffer.from(userId).toString("base64url")) return refused("not-verified");
	const newCounter = await verify(passkey, response, challenge);
	if (newCounter === undefined) return refused("not-verified");
	// Where it has moved meanwhile, the same device was in two places.
	const used = { counter: BigInt(newCounter), usedAt: now };
	const { count } = await db().passkey.updateMany({ where: { id: passkey.id, counter }, data: used });
	if (count === 0) return refused("not-verified");
	const headers = new Headers({ "user-agent": browser });
	const opened = await auth().api.openSession({ body: { userId }, headers, returnHeaders: true });
	return done({ userId, cookies: await cookiesOfSignIn(opened.headers) });
}

type StoredPasskey = { id: string; publicKey: Uint8Array; counter: bigint };

/** Gives the device's new counter; undefined if signature, counter, challenge, origin or host is wrong. */
async function verify(
	{ id, publicKey, counter }: StoredPasskey,
	response: z.output<typeof usedPasskey>,
	expectedChallenge: string,
): Promise<number | undefined> {
	const { id: expectedRPID, origin: expectedOrigin } = relyingParty();
	// It throws for every way in which an answer can be wrong.
	const verified = await verifyAuthenticationResponse({
		response,
		expectedChallenge,
		expectedRPID,
		expectedOrigin,
		credential: { id, publicKey: Uint8Array.from(publicKey), counter: Number(counter) },
		requireUserVerification: false,
	}).catch(() => undefined);
	return verified?.verified ? verified.authenticationInfo.newCounter : undefined;
}
