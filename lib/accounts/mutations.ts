import "server-only";
import { isAPIError } from "better-auth/api";
import { db } from "../db/client";
import { log } from "../log";
import { done, type Result, refused } from "../result";
import { auth } from "./auth";
import { cookiesOfSignIn, cookiesOfSignOut } from "./cookies";
import { returnMailTurn, takeMailTurn } from "./cooldowns";
import type { SignInIntent } from "./intent";
import { MailNotSent } from "./sign-in-mail";
import type { ResponseCookie, SignInRefusal } from "./types";

/**
 * Mails a link that signs its reader in, once, within 15 minutes. Nothing about it depends on whether the address is known.
 *
 * @param email as `emailAddress` reads it
 * @param intent goes into the link
 * @param upvotedTitle of the paper in the intent, for the mail to name
 */
export async function requestSignIn(
	email: string,
	intent: SignInIntent,
	upvotedTitle?: string,
): Promise<Result<undefined, SignInRefusal>> {
	const turn = await takeMailTurn(email);
	if (turn !== "granted") return refused(turn);
	try {
		const metadata = { intent, upvotedTitle };
		await auth().api.signInMagicLink({ body: { email, metadata }, headers: new Headers() });
		return done(undefined);
	} catch (error) {
		await returnMailTurn(email);
		if (!(error instanceof MailNotSent)) throw error;
		log.error({ reason: error.message }, "a sign-in mail was not sent");
		return refused("not-sent");
	}
}

/**
 * Signs in whoever holds the token of a mail, and opens an account at the first time. The token is used up by it.
 *
 * @param browser as `nameBrowser` gives it; kept with the session
 * @returns the user's id, and the cookies to set; refused if the token is used, expired or not ours
 */
export async function completeSignIn(
	token: string,
	browser = "",
): Promise<Result<{ userId: string; cookies: ResponseCookie[] }, "link-is-over">> {
	try {
		// Not the request's own headers: all that is kept with the session of where it came from is the browser's name.
		const headers = new Headers({ "user-agent": browser });
		const answer = await auth().api.magicLinkVerify({ query: { token }, headers, returnHeaders: true });
		const userId = answer.response.user.id;
		return done({ userId, cookies: await cookiesOfSignIn(answer.headers) });
	} catch (error) {
		if (isLinkOver(error)) return refused("link-is-over");
		throw error;
	}
}

/** Ends the session of a request, and gives the cookies that say so to its browser. A missing session is no error. */
export async function signOut(headers: Headers): Promise<ResponseCookie[]> {
	const found = await auth().api.getSession({ headers });
	// Not better-auth's own sign-out, which says that all is well when the database could not be reached.
	if (found !== null) await db().session.deleteMany({ where: { token: found.session.token } });
	return cookiesOfSignOut();
}

/** better-auth says so by redirecting to an address with the error in its query. */
function isLinkOver(error: unknown): boolean {
	if (!isAPIError(error)) return false;
	const location = new Headers(error.headers).get("location") ?? "";
	return URL.canParse(location) && new URL(location).searchParams.get("error") === "INVALID_TOKEN";
}
