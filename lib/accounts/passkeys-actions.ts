"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { isSameOrigin } from "../http/origin";
import { orLog, setCookies } from "./action-steps";
import { finishIntent } from "./after-sign-in";
import { nameBrowser } from "./browser-name";
import { addPasskey, deletePasskey, startNewPasskey } from "./passkeys";
import { newPasskey, passkeyName, usedPasskey } from "./passkeys-schemas";
import { signInWithPasskey, startPasskeySignIn } from "./passkeys-sign-in";
import { PASSKEY_ERRORS } from "./passkeys-words";
import { currentUser } from "./queries";
import { signInIntent } from "./schemas";
import type { ButtonState } from "./types";

/** What a browser is asked to answer, and the token to send along with the answer. */
type Challenge<Options> = { options: Options; token: string };

/** Gives what a browser needs to ask its devices for a passkey; undefined if it can't be had just now. */
export async function startPasskeySignInAction(): Promise<
	Challenge<Awaited<ReturnType<typeof startPasskeySignIn>>["options"]> | undefined
> {
	if (!isSameOrigin(await headers())) return undefined;
	return orLog("a sign-in with a passkey was not begun", () => startPasskeySignIn(new Date()));
}

/** Signs in with a passkey, does what was the reason for it, and goes on. */
export async function signInWithPasskeyAction(
	token: unknown,
	answer: unknown,
	intent: { next?: unknown; upvote?: unknown },
): Promise<ButtonState> {
	const request = await headers();
	if (!isSameOrigin(request)) return { error: PASSKEY_ERRORS["foreign-form"] };
	const response = usedPasskey.safeParse(answer);
	if (!response.success || typeof token !== "string") return { error: PASSKEY_ERRORS["not-known"] };
	const browser = nameBrowser(request.get("user-agent") ?? "");
	const result = await orLog("a sign-in with a passkey was not completed", () =>
		signInWithPasskey({ token, response: response.data }, browser, new Date()),
	);
	if (result === undefined) return { error: PASSKEY_ERRORS.failed };
	if (!result.ok) return { error: PASSKEY_ERRORS["not-known"] };
	await setCookies(result.value.cookies);
	redirect((await finishIntent(result.value.userId, signInIntent.parse({ ...intent }), request)) as Route);
}

/** Gives what a browser needs to make a passkey; undefined if nobody is signed in, or it can't be had just now. */
export async function startNewPasskeyAction(): Promise<
	Challenge<Awaited<ReturnType<typeof startNewPasskey>>["options"]> | undefined
> {
	const request = await headers();
	if (!isSameOrigin(request)) return undefined;
	return orLog("a new passkey was not begun", async () => {
		const user = await currentUser(request);
		return user && startNewPasskey(user, new Date());
	});
}

/** Adds the passkey that a browser has made. */
export async function addPasskeyAction(token: unknown, answer: unknown, typedName: unknown): Promise<ButtonState> {
	const request = await headers();
	if (!isSameOrigin(request)) return { error: PASSKEY_ERRORS["foreign-form"] };
	const name = passkeyName.safeParse(typedName);
	if (!name.success) return { error: name.error.issues[0]?.message ?? PASSKEY_ERRORS.failed };
	const response = newPasskey.safeParse(answer);
	if (!response.success || typeof token !== "string") return { error: PASSKEY_ERRORS["not-verified"] };
	const result = await orLog("a passkey was not added", async () => {
		const user = await currentUser(request);
		return user && addPasskey(user.id, name.data, { token, response: response.data }, new Date());
	});
	if (result === undefined) return { error: PASSKEY_ERRORS.failed };
	if (!result.ok) return { error: PASSKEY_ERRORS[result.reason] };
	revalidatePath("/settings");
	return {};
}

/** Deletes one of the passkeys of who is signed in. */
export async function deletePasskeyAction(_previous: ButtonState, form: FormData): Promise<ButtonState> {
	const request = await headers();
	if (!isSameOrigin(request)) return { error: PASSKEY_ERRORS["foreign-form"] };
	const deleted = await orLog("a passkey was not deleted", async () => {
		const user = await currentUser(request);
		if (user) await deletePasskey(user.id, String(form.get("id")));
		return user !== undefined;
	});
	if (!deleted) return { error: PASSKEY_ERRORS["not-deleted"] };
	revalidatePath("/settings");
	return {};
}
