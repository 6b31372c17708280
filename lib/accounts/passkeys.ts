import "server-only";
import { generateRegistrationOptions, verifyRegistrationResponse } from "@simplewebauthn/server";
import type { z } from "zod";
import { db } from "../db/client";
import { type Rate, take } from "../db/cooldowns";
import { done, type Result, refused } from "../result";
import { keyedHash } from "../tokens";
import { relyingParty, signChallenge, takeChallenge } from "./passkeys-challenges";
import type { newPasskey } from "./passkeys-schemas";

const MOST = 20;
const TRIES: Rate = { times: 20, seconds: 60 * 60 };

/** A passkey as its owner sees it. */
export type PasskeyLine = { id: string; name: string; createdAt: Date; usedAt: Date | null };

/** Why a passkey was not added. */
export type NewPasskeyRefusal = "too-many" | "not-verified";

/** Somebody's passkeys, oldest first. */
export function listPasskeys(userId: string): Promise<PasskeyLine[]> {
	return db().passkey.findMany({
		where: { userId },
		orderBy: [{ createdAt: "asc" }, { id: "asc" }],
		select: { id: true, name: true, createdAt: true, usedAt: true },
	});
}

/**
 * Begins to add a passkey: one that its device finds by itself, so that nobody has to say who they are first.
 *
 * @returns what the browser asks the device for, and a token that has to come back with the answer
 */
export async function startNewPasskey(user: { id: string; email: string }, now: Date) {
	const { id: rpID } = relyingParty();
	const known = await db().passkey.findMany({ where: { userId: user.id }, select: { id: true, transports: true } });
	const options = await generateRegistrationOptions({
		rpName: "Broadsheet",
		rpID,
		userName: user.email,
		userID: Uint8Array.from(Buffer.from(user.id)),
		excludeCredentials: known,
		authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
	});
	return { options, token: await signChallenge("register-passkey", user.id, options.challenge, now) };
}

/**
 * Adds a passkey.
 *
 * @param userId of the signed-in user who asks
 * @param name as `passkeyName` reads it
 */
export async function addPasskey(
	userId: string,
	name: string,
	{ token, response }: { token: string; response: z.output<typeof newPasskey> },
	now: Date,
): Promise<Result<undefined, NewPasskeyRefusal>> {
	if (!(await take(`new-passkeys:${keyedHash(userId)}`, TRIES))) return refused("too-many");
	const challenge = await takeChallenge("register-passkey", userId, token, now);
	if (challenge === undefined) return refused("not-verified");
	const { id: expectedRPID, origin: expectedOrigin } = relyingParty();
	const expected = { expectedChallenge: challenge, expectedRPID, expectedOrigin, requireUserVerification: false };
	// It throws for every way in which an answer can be wrong.
	const verified = await verifyRegistrationResponse({ response, ...expected }).catch(() => undefined);
	if (!verified?.verified) return refused("not-verified");
	const { credential } = verified.registrationInfo;
	const row = {
		id: credential.id,
		userId,
		publicKey: credential.publicKey,
		counter: BigInt(credential.counter),
		transports: response.response.transports,
		name,
		createdAt: now,
	};
	return db().$transaction(async (tx) => {
		await tx.$queryRaw`SELECT id FROM users WHERE id = ${userId} FOR UPDATE`;
		if ((await tx.passkey.count({ where: { userId } })) >= MOST) return refused("too-many");
		// Known already: a device makes a new id for each, so it is somebody else's doing.
		const { count } = await tx.passkey.createMany({ data: [row], skipDuplicates: true });
		return count === 1 ? done(undefined) : refused("not-verified");
	});
}

/** Deletes a passkey, if it is this user's; the same whether or not there was one. */
export async function deletePasskey(userId: string, id: string): Promise<void> {
	await db().passkey.deleteMany({ where: { userId, id } });
}
