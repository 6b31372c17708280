import "server-only";
import type { z } from "zod";
import { env } from "../env";
import { readBody } from "../http/body";
import type { OAuthClient } from "./oauth-clients";

/** A service that takes longer keeps somebody waiting before an empty page. */
const PATIENCE_MS = 10_000;
/** Far above what any of these answers has. */
const MAX_BYTES = 256 * 1024;

/** A service answered something else than it documents, or nothing. The message holds no token and no address. */
export class ServiceFailed extends Error {
	override readonly name = "ServiceFailed";
}

export type CodeExchange = {
	tokenUrl: string;
	client: OAuthClient;
	/** Where the service expects id and secret: among the form's fields, or as HTTP's Basic authentication. */
	secretIn: "form" | "header";
	code: string;
	redirectUri: string;
	codeVerifier: string;
};

/**
 * Hands the code of a callback in and gives what the service answers with (RFC 6749, section 4.1.3, with the verifier of RFC 7636).
 *
 * @param answer what the caller needs of it; GitHub answers a wrong code with status 200, too, and an `error`
 * @throws ServiceFailed
 */
export function exchangeCode<Answer>(exchange: CodeExchange, answer: z.ZodType<Answer>): Promise<Answer> {
	const { client, secretIn } = exchange;
	const body = new URLSearchParams({
		grant_type: "authorization_code",
		client_id: client.id,
		code: exchange.code,
		redirect_uri: exchange.redirectUri,
		code_verifier: exchange.codeVerifier,
	});
	const headers = new Headers();
	if (secretIn === "form") body.set("client_secret", client.secret);
	else headers.set("Authorization", `Basic ${basicCredentials(client)}`);
	return askService(exchange.tokenUrl, { method: "POST", headers, body }, answer);
}

/** Reads what a token gives leave to read. @throws ServiceFailed */
export function readWithToken<Answer>(url: string, token: string, answer: z.ZodType<Answer>): Promise<Answer> {
	return askService(url, { headers: new Headers({ Authorization: `Bearer ${token}` }) }, answer);
}

type ServiceRequest = { method?: string; headers: Headers; body?: URLSearchParams };

async function askService<Answer>(url: string, request: ServiceRequest, schema: z.ZodType<Answer>): Promise<Answer> {
	const { host, pathname } = new URL(url);
	const failed = (what: string, cause?: unknown) => new ServiceFailed(`${host}${pathname} ${what}`, { cause });
	request.headers.set("Accept", "application/json");
	// GitHub answers nobody who does not say who they are.
	request.headers.set("User-Agent", `Broadsheet (+${env().APP_URL})`);
	const signal = AbortSignal.timeout(PATIENCE_MS);
	// A redirect could take the secret elsewhere.
	const response = await fetch(url, { ...request, redirect: "manual", cache: "no-store", signal }).catch((error) => {
		throw failed(signal.aborted ? "took too long" : "could not be reached", error);
	});
	const text = await readBody(response, MAX_BYTES).catch((error) => {
		throw failed("broke off", error);
	});
	if (!response.ok) throw failed(`answered with status ${response.status}`);
	const parsed = schema.safeParse(parseJson(text));
	if (!parsed.success) throw failed("answered something else than it documents");
	return parsed.data;
}

function parseJson(text: string | undefined): unknown {
	try {
		return JSON.parse(text ?? "");
	} catch {
		return undefined;
	}
}

/** Each part is written as in a form first (RFC 6749, section 2.3.1). */
function basicCredentials({ id, secret }: OAuthClient): string {
	return Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString("base64");
}
