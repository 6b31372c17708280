import "server-only";
import { parseSetCookieHeader } from "better-auth/cookies";
import { db } from "../db/client";
import { type Rate, take } from "../db/cooldowns";
import { env } from "../env";
import type { ReadIntent } from "./after-sign-in";
import { auth } from "./auth";
import { cookiesOfSignIn, secretCookie } from "./cookies";
import { type SignInIntent, withIntent } from "./intent";
import { listSignInServices } from "./oauth-clients";
import type { SignInService } from "./oauth-names";
import type { OAuthRefusal } from "./oauth-words";
import { currentUser } from "./queries";
import { signInIntent } from "./schemas";
import type { ResponseCookie } from "./types";

/** Each return has us ask the service; more than this are no readers of ours, but someone who uses us to bother it. */
const RETURNS: Rate = { times: 100, seconds: 60 };

/** As long as better-auth takes a state back. */
const STATE_SECONDS = 600;

const SETTINGS_PATH = "/settings";

/** Where to send somebody's browser, and the cookies that let it come back. */
type Departure = { url: string; cookies: ResponseCookie[] };

/**
 * Begins signing in with a service.
 *
 * @param intent comes back with them
 */
export async function startSignInWith(service: SignInService, intent: SignInIntent): Promise<Departure> {
	const back = withIntent("/sign-in", intent);
	const { response, headers } = await auth().api.signInSocial({
		body: { provider: service, callbackURL: back, errorCallbackURL: back, disableRedirect: true },
		returnHeaders: true,
	});
	return depart(response.url, headers);
}

/** Begins connecting a service with the account of who is signed in by a request's cookie. */
export async function startConnecting(service: SignInService, cookie: string): Promise<Departure> {
	const { response, headers } = await auth().api.linkSocialAccount({
		body: { provider: service, callbackURL: SETTINGS_PATH, errorCallbackURL: SETTINGS_PATH, disableRedirect: true },
		headers: new Headers({ cookie }),
		returnHeaders: true,
	});
	return depart(response.url, headers);
}

function depart(url: string | undefined, headers: Headers): Departure {
	if (url === undefined) throw new Error("better-auth gave no address to sign in at");
	const cookies = [...parseSetCookieHeader(headers.get("set-cookie") ?? "")];
	return { url, cookies: cookies.map(([name, { value }]) => secretCookie(name, value, STATE_SECONDS)) };
}

/** What came of somebody's return from a service, and the cookies to set. */
export type Return = { cookies: ResponseCookie[] } & (
	| { kind: "signed-in"; userId: string; intent: ReadIntent }
	| { kind: "connected" }
	| { kind: "refused"; refusal: OAuthRefusal; path: string; intent: ReadIntent }
);

/**
 * Ends what {@link startSignInWith} or {@link startConnecting} began: better-auth checks the state against the browser's cookie,
 * hands in the code, and finds or opens the account.
 *
 * @param query of the address that the service sent the browser to
 * @param browser as `nameBrowser` gives it; kept with the session
 */
export async function completeReturn(
	service: SignInService,
	query: URLSearchParams,
	{ cookie, browser }: { cookie: string; browser: string },
): Promise<Return> {
	if (!(await take("oauth-returns", RETURNS))) return refuse("crowded");
	const answer = await auth().api.callbackOAuth({
		method: "GET",
		params: { id: service },
		query: Object.fromEntries(query),
		headers: new Headers({ cookie, "user-agent": browser }),
		asResponse: true,
	});
	const location = new URL(answer.headers.get("location") ?? "", env().APP_URL);
	const error = location.searchParams.get("error");
	const intent = signInIntent.parse(Object.fromEntries(location.searchParams));
	const set = [...parseSetCookieHeader(answer.headers.get("set-cookie") ?? "").keys()];
	const { name } = (await auth().$context).authCookies.sessionToken;
	// Beside the session's, better-auth sets but one cookie here: the state's, to take it away.
	const cookies = set.filter((other) => other !== name).map((other) => secretCookie(other, "", 0));
	if (error !== null) return { ...refuse(REFUSALS[error] ?? "failed", location.pathname, intent), cookies };
	if (answer.status !== 302) throw new Error(`better-auth answered a return with status ${answer.status}`);
	if (!set.includes(name)) return { kind: "connected", cookies };
	const opened = await cookiesOfSignIn(answer.headers);
	return { kind: "signed-in", userId: await userOf(opened), cookies: [...cookies, ...opened], intent };
}

/** better-auth's words, and those of RFC 6749, section 4.1.2.1. */
const REFUSALS: Record<string, OAuthRefusal | undefined> = {
	access_denied: "cancelled",
	state_mismatch: "not-begun-here",
	state_not_found: "not-begun-here",
	state_invalid: "not-begun-here",
	email_not_found: "no-address",
	account_not_linked: "address-taken",
	account_already_linked_to_different_user: "connected-elsewhere",
	unable_to_link_account: "not-connected",
};

function refuse(refusal: OAuthRefusal, path = "/sign-in", intent = signInIntent.parse({})): Return {
	return { kind: "refused", refusal, path, intent, cookies: [] };
}

async function userOf(cookies: ResponseCookie[]): Promise<string> {
	const cookie = cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("; ");
	const user = await currentUser(new Headers({ cookie }));
	if (user === undefined) throw new Error("a session that was just opened has no user");
	return user.id;
}

/** The services that the host has set up, and since when somebody has connected each. */
export async function listConnections(userId: string): Promise<{ service: SignInService; since: Date | undefined }[]> {
	const accounts = await db().account.findMany({ where: { userId }, select: { providerId: true, createdAt: true } });
	return listSignInServices().map((service) => ({
		service,
		since: accounts.find(({ providerId }) => providerId === service)?.createdAt,
	}));
}

/** Takes a connection back; the same whether or not there was one. Mail stays a way in. */
export async function disconnect(userId: string, service: SignInService): Promise<void> {
	await db().account.deleteMany({ where: { userId, providerId: service } });
}
