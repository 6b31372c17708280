"use server";

import type { Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { isSameOrigin } from "../http/origin";
import { hasOutboxPage } from "../mail/outbox";
import { findTitle } from "../papers/queries";
import { orLog, setCookies } from "./action-steps";
import { finishIntent } from "./after-sign-in";
import { nameBrowser } from "./browser-name";
import { completeSignIn, requestSignIn, signOut } from "./mutations";
import { currentUser } from "./queries";
import { emailAddress, signInIntent, signInToken } from "./schemas";
import type { ButtonState, SignInState } from "./types";
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
	const intent = signInIntent.parse(Object.fromEntries(form));
	const browser = nameBrowser(request.get("user-agent") ?? "");
	const result = await orLog("a sign-in was not completed", () => completeSignIn(token.data, browser));
	if (result === undefined) return { error: SIGN_IN_ERRORS["not-signed-in"] };
	if (!result.ok) return linkIsOver(request);
	await setCookies(result.value.cookies);
	redirect((await finishIntent(result.value.userId, intent, request)) as Route);
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
