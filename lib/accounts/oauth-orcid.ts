import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { parseCookies } from "better-auth/cookies";
import { z } from "zod";
import { env } from "../env";
import { parseReturnPath } from "../http/return-path";
import { log } from "../log";
import { readTokenContent, signToken } from "../tokens";
import { secretCookie } from "./cookies";
import { displayName } from "./handles";
import { findOAuthClient } from "./oauth-clients";
import { exchangeCode, ServiceFailed } from "./oauth-requests";
import type { ResponseCookie } from "./types";

/** Kept by a browser while its owner is at ORCID. */
const ASKED_COOKIE = "orcid_asked";
const ASKED_SECONDS = 10 * 60;
/** Kept by it afterwards, for the form that wants the proof. */
const PROOF_COOKIE = "orcid_proof";
const PROOF_SECONDS = 60 * 60;

/** An iD that somebody has shown to be theirs, and the name that they show the world there; empty if none. */
export type OrcidProof = { orcid: string; name: string };

/** Sixteen digits in groups of four, the last one a check by ISO 7064 MOD 11-2, where X is ten. */
const orcidId = z
	.string()
	.regex(/^(\d{4}-){3}\d{3}[\dX]$/)
	.refine(hasRightCheck);

const asked = z.object({ state: z.string(), codeVerifier: z.string(), next: z.string() });
const tokenAnswer = z.object({ orcid: orcidId, name: z.string().nullish().catch(undefined) });
const proof = z.object({ orcid: orcidId, name: z.string() });

/** Whether the host has set ORCID up. */
export function offersOrcid(): boolean {
	return findOAuthClient("orcid") !== undefined;
}

/**
 * Begins to prove an iD by signing in at ORCID, which is asked for nothing but the iD (scope `/authenticate`).
 *
 * @param userId of the signed-in user who asks
 * @param next the path of the page that wants the proof
 * @returns where to send the browser, and the cookie that it comes back with; undefined if ORCID is not set up
 */
export async function startOrcidProof(
	userId: string,
	next: string,
	now: Date,
): Promise<{ url: string; cookie: ResponseCookie } | undefined> {
	const client = findOAuthClient("orcid");
	if (!client) return undefined;
	const [state, codeVerifier] = [randomText(), randomText()];
	const url = new URL(`${client.baseUrl}/oauth/authorize`);
	url.search = new URLSearchParams({
		client_id: client.id,
		response_type: "code",
		scope: "/authenticate",
		redirect_uri: returnAddress(),
		state,
		code_challenge_method: "S256",
		code_challenge: createHash("sha256").update(codeVerifier).digest("base64url"),
	}).toString();
	const content = { state, codeVerifier, next };
	return { url: url.href, cookie: await tokenCookie(ASKED_COOKIE, userId, content, now) };
}

/** What came of a return from ORCID: the path to go on to, the cookies to set, and the proof or why there is none. */
export type OrcidReturn = {
	next: string;
	cookies: ResponseCookie[];
	proof?: OrcidProof;
	refusal?: "cancelled" | "not-begun-here" | "failed";
};

/**
 * Ends it: checks that this browser and this user began, and asks ORCID whose the code is. The proof is kept in a cookie for an
 * hour, where {@link findOrcidProof} finds it.
 *
 * @param userId of who is signed in now
 * @param query of the address that ORCID sent the browser to
 */
export async function completeOrcidProof(
	userId: string,
	headers: Headers,
	query: URLSearchParams,
	now: Date,
): Promise<OrcidReturn> {
	const content = asked.safeParse(await readTokenCookie(ASKED_COOKIE, userId, headers, now)).data;
	const cookies = [secretCookie(ASKED_COOKIE, "", 0)];
	if (content === undefined || query.get("state") !== content.state)
		return { next: "/", cookies, refusal: "not-begun-here" };
	const next = parseReturnPath(content.next) ?? "/";
	const code = query.get("code");
	if (code === null) return { next, cookies, refusal: "cancelled" };
	const proof = await askWhose(code, content.codeVerifier);
	if (proof === undefined) return { next, cookies, refusal: "failed" };
	return { next, cookies: [...cookies, await tokenCookie(PROOF_COOKIE, userId, proof, now)], proof };
}

/** The iD that who sent a request has proved within the last hour; undefined if none, or if the proof is another's. */
export async function findOrcidProof(userId: string, headers: Headers, now: Date): Promise<OrcidProof | undefined> {
	return proof.safeParse(await readTokenCookie(PROOF_COOKIE, userId, headers, now)).data;
}

async function askWhose(code: string, codeVerifier: string): Promise<OrcidProof | undefined> {
	const client = findOAuthClient("orcid");
	if (!client) return undefined;
	const tokenUrl = `${client.baseUrl}/oauth/token`;
	const redirectUri = returnAddress();
	try {
		const exchange = { tokenUrl, client, secretIn: "form", code, redirectUri, codeVerifier } as const;
		const { orcid, name } = await exchangeCode(exchange, tokenAnswer);
		return { orcid, name: displayName.safeParse(name).data ?? "" };
	} catch (error) {
		if (!(error instanceof ServiceFailed)) throw error;
		log.warn({ err: error }, "an ORCID iD was not proved");
		return undefined;
	}
}

const TOKENS = {
	[ASKED_COOKIE]: { purpose: "ask-orcid", seconds: ASKED_SECONDS },
	[PROOF_COOKIE]: { purpose: "orcid-proof", seconds: PROOF_SECONDS },
} as const;

async function tokenCookie(name: keyof typeof TOKENS, userId: string, content: object, now: Date) {
	const { purpose, seconds } = TOKENS[name];
	const expiresAt = new Date(now.getTime() + seconds * 1000);
	return secretCookie(name, await signToken(purpose, userId, expiresAt, content), seconds);
}

async function readTokenCookie(name: keyof typeof TOKENS, userId: string, headers: Headers, now: Date) {
	const token = parseCookies(headers.get("cookie") ?? "").get(name) ?? "";
	const read = await readTokenContent(TOKENS[name].purpose, token, now);
	return read?.subject === userId ? read.content : undefined;
}

function returnAddress(): string {
	return new URL("/api/auth/callback/orcid", env().APP_URL).href;
}

function randomText(): string {
	return randomBytes(32).toString("base64url");
}

function hasRightCheck(id: string): boolean {
	const digits = id.replaceAll("-", "");
	const total = [...digits.slice(0, -1)].reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
	const check = (12 - (total % 11)) % 11;
	return digits.at(-1) === (check === 10 ? "X" : String(check));
}
