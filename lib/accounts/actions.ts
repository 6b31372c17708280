"use server";

import type { Route } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { isSameOrigin } from "../http/origin";
import { log } from "../log";
import { hasOutboxPage } from "../mail/outbox";
import { findTitle } from "../papers/queries";
import { setVote } from "../votes/mutations";
import { withIntent } from "./intent";
import { completeSignIn, requestSignIn, signOut } from "./mutations";
import { currentUser } from "./queries";
import { emailAddress, signInIntent, signInToken } from "./schemas";
import type { ButtonState, ResponseCookie, SignInState } from "./types";
import { SIGN_IN_ERRORS } from "./words";

/** Mails a sign-in link to the address in the form. */
export async function requestSignInAction(_previous: SignInState, form: FormData): Promise<SignInState> {
	const typed = String(form.get("email") ?? "");
	const again = (error: keyof typeof SIGN_IN_ERRORS): SignInState => ({
		step: "form",
		email: typed,
		error: SIGN_IN_ERRORS[error],
	});
	if (!isSameOrigin(await headers())) return again("foreign-form");
	const email = emailAddress.safeParse(typed);
	if (!email.success) return again("not-an-address");
	const result = await orLog("a sign-in was not requested", async () => {
		const { next, upvote } = signInIntent.parse(Object.fromEntries(form));
		const title = upvote && (await findTitle(upvote));
		return requestSignIn(email.data, { next, upvote: title === undefined ? undefined : upvote }, title);
	});
	if (result === undefined) return again("failed");
	return result.ok ? { step: "sent", email: email.data, isInOutbox: hasOutboxPage() } : again(result.reason);
}

/** Signs in with the token of the mail, casts the upvote that was the reason for it, and goes on. */
export async function completeSignInAction(_previous: ButtonState, form: FormData): Promise<ButtonState> {
	const request = await headers();
	if (!isSameOrigin(request)) return { error: SIGN_IN_ERRORS["foreign-form"] };
	const token = signInToken.safeParse(form.get("token"));
	if (!token.success) return linkIsOver(request);
	const { next, upvote } = signInIntent.parse(Object.fromEntries(form));
	const result = await orLog("a sign-in was not completed", () => completeSignIn(token.data));
	if (result === undefined) return { error: SIGN_IN_ERRORS["not-signed-in"] };
	if (!result.ok) return linkIsOver(request);
	await setCookies(result.value.cookies);
	const { userId } = result.value;
	const vote = upvote && (await orLog("an upvote was not cast on signing in", () => setVote(userId, upvote, true)));
	// The page of the vote says that it is not cast, and offers to try again.
	const destination = upvote && vote === undefined ? withIntent(`/votes/${upvote}`, { next }) : next;
	redirect(destination as Route);
}

/** Signs out and goes to the front page. */
export async function signOutAction(_previous: ButtonState): Promise<ButtonState> {
	const request = await headers();
	if (!isSameOrigin(request)) return { error: SIGN_IN_ERRORS["foreign-form"] };
	const cleared = await orLog("a sign-out failed", () => signOut(request));
	if (cleared === undefined) return { error: SIGN_IN_ERRORS["not-signed-out"] };
	await setCookies(cleared);
	redirect("/");
}

/** Who comes back to the used button by the browser's Back has nothing to be told but that it worked. */
async function linkIsOver(request: Headers): Promise<ButtonState> {
	const user = await orLog("a viewer was not looked up", () => currentUser(request));
	return user ? { isSignedIn: true } : { linkIsOver: true };
}

async function setCookies(list: ResponseCookie[]): Promise<void> {
	const jar = await cookies();
	for (const { name, value, options } of list) jar.set(name, value, options);
}

/** Gives undefined where the work threw, most often because the database can't be reached, and logs it. */
async function orLog<Value>(what: string, work: () => Promise<Value>): Promise<Value | undefined> {
	try {
		return await work();
	} catch (error) {
		log.error({ err: error }, what);
		return undefined;
	}
}
