import { createHash, timingSafeEqual } from "node:crypto";

/**
 * Whether `Authorization: Bearer …` carries the secret. Compares digests, which are of one length, in constant time, so
 * that the time it takes tells nothing about the secret.
 */
export function hasBearerSecret(headers: Headers, secret: string): boolean {
	const given = /^Bearer (.+)$/i.exec(headers.get("authorization") ?? "")?.[1] ?? "";
	return timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
	return createHash("sha256").update(text).digest();
}
