"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { isSameOrigin } from "../http/origin";
import { hasOutboxPage } from "../mail/outbox";
import { orLog, setCookies } from "./action-steps";
import { cancelAddressChange, confirmAddressChange, requestAddressChange } from "./address-change";
import { cookiesOfSignOut } from "./cookies";
import { deleteAccount } from "./deletion";
import { signInPath } from "./intent";
import { saveProfile } from "./profile";
import { currentSession } from "./queries";
import { changeToken, emailAddress, profileForm, sessionId } from "./schemas";
import { endAllSessions, endSession } from "./sessions";
import { ADDRESS_ERRORS, DELETION_ERRORS, SETTINGS_ERRORS } from "./settings-words";
import type {
	ButtonState,
	ConfirmAddressState,
	CurrentSession,
	DeletionState,
	ProfileState,
	ResponseCookie,
	SignInState,
} from "./types";

/** Saves handle and name. A field left empty that was never filled stays so. */
export async function saveProfileAction(_previous: ProfileState, form: FormData): Promise<ProfileState> {
	const typed = { handle: textOf(form, "handle"), name: textOf(form, "name") };
	const refuse = (error: string): ProfileState => ({ ...typed, errors: { handle: error } });
	return act("a profile was not saved", refuse, async ({ userId }) => {
		const profile = profileForm.safeParse(typed);
		if (!profile.success) return { ...typed, errors: firstErrors(profile.error.issues) };
		const result = await saveProfile(userId, profile.data);
		if (!result.ok) return refuse(SETTINGS_ERRORS[result.reason]);
		refresh();
		return { handle: profile.data.handle ?? "", name: profile.data.name, isSaved: true };
	});
}

/** Ends one session of several. */
export async function endSessionAction(_previous: ButtonState, form: FormData): Promise<ButtonState> {
	return act("a session was not ended", asError, async ({ userId }) => {
		await endSession(userId, sessionId.parse(form.get("session")));
		refresh();
		return {};
	});
}

/** Signs out in every browser, this one too. */
export async function endAllSessionsAction(_previous: ButtonState): Promise<ButtonState> {
	return leave("sessions were not ended", "/", ({ userId }) => endAllSessions(userId));
}

/** Signs out here and asks to sign in, for what takes a sign-in of late. */
export async function signInAgainAction(_previous: ButtonState): Promise<ButtonState> {
	return leave("a session was not ended", signInPath({ next: "/settings/delete" }), async ({ userId, id }) => {
		await endSession(userId, id);
		return cookiesOfSignOut();
	});
}

/** Mails both addresses of a change. */
export async function requestAddressAction(_previous: SignInState, form: FormData): Promise<SignInState> {
	const email = textOf(form, "email");
	const refuse = (error: string): SignInState => ({ step: "form", email, error });
	return act("a change of address was not begun", refuse, async ({ userId }) => {
		const address = emailAddress.safeParse(email);
		if (!address.success) return refuse(ADDRESS_ERRORS["not-an-address"]);
		const result = await requestAddressChange(userId, address.data, new Date());
		if (!result.ok) return refuse(ADDRESS_ERRORS[result.reason]);
		refresh();
		return { step: "sent", email: address.data, isInOutbox: hasOutboxPage() };
	});
}

/** Gives a change of address up. */
export async function cancelAddressAction(_previous: ButtonState): Promise<ButtonState> {
	return act("a change of address was not given up", asError, async ({ userId }) => {
		await cancelAddressChange(userId);
		refresh();
		return {};
	});
}

/** Takes the button of the page that a link about a change of address opens; whoever has the link may press it. */
export async function confirmAddressAction(
	_previous: ConfirmAddressState,
	form: FormData,
): Promise<ConfirmAddressState> {
	const request = await headers();
	if (!isSameOrigin(request)) return { error: SETTINGS_ERRORS["foreign-form"] };
	const token = changeToken.safeParse(form.get("token"));
	if (!token.success) return { outcome: "link-is-over" };
	const result = await orLog("a change of address was not confirmed", async () => {
		const session = await currentSession(request);
		return confirmAddressChange(token.data, session?.id, new Date());
	});
	if (result === undefined) return { error: SETTINGS_ERRORS["not-saved"] };
	return { outcome: result.ok ? result.value : result.reason };
}

/** Deletes the account of whoever asks, and takes the cookies away. */
export async function deleteAccountAction(_previous: DeletionState, form: FormData): Promise<DeletionState> {
	const typed = textOf(form, "account");
	const state = await act<DeletionState>("an account was not deleted", asError, async (session) => {
		const result = await deleteAccount(session, typed, new Date());
		return result.ok ? { isDeleted: true } : { typed, error: DELETION_ERRORS[result.reason] };
	});
	if (!state.isDeleted) return state;
	await setCookies(await cookiesOfSignOut());
	redirect("/settings/gone");
}

/**
 * Does the work of an action for whoever is signed in; who is not is led to signing in.
 *
 * @param what failed, for the log, should the work throw
 * @param refuse makes an error's words into what the form shows
 */
async function act<State extends object>(
	what: string,
	refuse: (error: string) => State,
	work: (session: CurrentSession) => Promise<State>,
): Promise<State> {
	const request = await headers();
	if (!isSameOrigin(request)) return refuse(SETTINGS_ERRORS["foreign-form"]);
	const found = await orLog("a viewer was not looked up", async () => ({ session: await currentSession(request) }));
	if (found === undefined) return refuse(SETTINGS_ERRORS["not-saved"]);
	const { session } = found;
	if (session === undefined) redirect(signInPath({ next: "/settings" }) as Route);
	return (await orLog(what, () => work(session))) ?? refuse(SETTINGS_ERRORS["not-saved"]);
}

/** As `act`, for what ends the session that asks: sets the cookies that the work gives and goes elsewhere. */
async function leave(
	what: string,
	destination: string,
	work: (session: CurrentSession) => Promise<ResponseCookie[]>,
): Promise<ButtonState> {
	let cleared: ResponseCookie[] = [];
	const state = await act(what, asError, async (session) => {
		cleared = await work(session);
		return {};
	});
	if (cleared.length === 0) return state;
	await setCookies(cleared);
	redirect(destination as Route);
}

function asError(error: string): { error: string } {
	return { error };
}

function textOf(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === "string" ? value : "";
}

function firstErrors(issues: { path: PropertyKey[]; message: string }[]): Record<string, string> {
	return Object.fromEntries(issues.toReversed().map(({ path, message }) => [String(path[0]), message]));
}
