import "server-only";
import { parseSetCookieHeader } from "better-auth/cookies";
import { env } from "../env";
import { auth, SESSION_SECONDS } from "./auth";
import { HINT_COOKIE } from "./hint-cookie";
import type { ResponseCookie } from "./types";

/** The cookies of somebody who has just signed in, read from better-auth's answer, and the hint beside it. */
export async function cookiesOfSignIn(headers: Headers): Promise<ResponseCookie[]> {
	const { name } = (await auth().$context).authCookies.sessionToken;
	const set = parseSetCookieHeader(headers.get("set-cookie") ?? "").get(name);
	if (set === undefined) throw new Error("better-auth opened a session without setting its cookie");
	return [secretCookie(name, set.value, SESSION_SECONDS), hintCookie("1", SESSION_SECONDS)];
}

/** Takes both cookies away. */
export async function cookiesOfSignOut(): Promise<ResponseCookie[]> {
	const { name } = (await auth().$context).authCookies.sessionToken;
	return [secretCookie(name, "", 0), hintCookie("", 0)];
}

/** A `Set-Cookie` line that takes the hint away. */
export function clearHintLine(): string {
	return `${HINT_COOKIE}=; Path=/; Max-Age=0; SameSite=Lax${isSecure() ? "; Secure" : ""}`;
}

/** A cookie that no script can read; `maxAge` in seconds. */
export function secretCookie(name: string, value: string, maxAge: number): ResponseCookie {
	return { name, value, options: { path: "/", maxAge, httpOnly: true, secure: isSecure(), sameSite: "lax" } };
}

function hintCookie(value: string, maxAge: number): ResponseCookie {
	return {
		name: HINT_COOKIE,
		value,
		options: { path: "/", maxAge, httpOnly: false, secure: isSecure(), sameSite: "lax" },
	};
}

function isSecure(): boolean {
	return env().APP_URL.startsWith("https:");
}
