import "server-only";
import { createHmac } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { env } from "./env";

/** What a token is good for. A token made for one purpose is void for any other. */
export type TokenPurpose =
	| "confirm-subscription"
	| "unsubscribe"
	| "digest-choices"
	| "digest-selection"
	| "list-paper"
	| "stop-reply-mails"
	| "register-passkey"
	| "sign-in-with-passkey"
	| "ask-orcid"
	| "orcid-proof";

/**
 * Signs a token (JWS, HS256, RFC 7515) that names a subject and is good for one purpose.
 *
 * @param purpose stands in the token as its audience
 * @param subject an id of ours, never an address: tokens travel in links
 * @param expiresAt when it ends; without, it is good for ever, and the same subject gives the same token
 * @param content what it vouches for beside its subject, as JSON; the bearer can read it
 */
export async function signToken(
	purpose: TokenPurpose,
	subject: string,
	expiresAt?: Date,
	content?: unknown,
): Promise<string> {
	const token = new SignJWT(content === undefined ? {} : { content })
		.setProtectedHeader({ alg: "HS256" })
		.setAudience(purpose)
		.setSubject(subject);
	if (expiresAt) token.setExpirationTime(expiresAt);
	return token.sign(await tokenKey());
}

/**
 * Reads a token back.
 *
 * @returns the subject; undefined if the token is not one of ours, is for another purpose, or is over
 */
export async function readToken(purpose: TokenPurpose, token: string, now: Date): Promise<string | undefined> {
	return (await readTokenContent(purpose, token, now))?.subject;
}

/** As {@link readToken}, with the content that the token vouches for; the caller parses it. */
export async function readTokenContent(
	purpose: TokenPurpose,
	token: string,
	now: Date,
): Promise<{ subject: string; content: unknown } | undefined> {
	try {
		const { payload } = await jwtVerify(token, await tokenKey(), {
			algorithms: ["HS256"],
			audience: purpose,
			currentDate: now,
		});
		return payload.sub === undefined ? undefined : { subject: payload.sub, content: payload.content };
	} catch {
		// jose throws for every way in which a token can be wrong; to the bearer they are all the same.
		return undefined;
	}
}

/** A keyed hash (HMAC-SHA-256, hex) that stands for a value where the value itself must not be kept. */
export function keyedHash(value: string): string {
	return createHmac("sha256", secretFor("hash")).update(value).digest("hex");
}

let imported: Promise<CryptoKey> | undefined;

/** Imported once, which takes longer than signing: a digest has two tokens for each of its readers. */
function tokenKey(): Promise<CryptoKey> {
	const hmac = { name: "HMAC", hash: "SHA-256" };
	imported ??= crypto.subtle.importKey("raw", secretFor("token"), hmac, false, ["sign", "verify"]);
	return imported;
}

/** One secret in the settings, one of its own for each use. */
function secretFor(use: "token" | "hash"): Uint8Array<ArrayBuffer> {
	return createHmac("sha256", env().APP_SECRET).update(`broadsheet/${use}`).digest();
}
