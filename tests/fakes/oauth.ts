import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Who is signed in at the service, by what its documentation says of them. */
export type FakePerson = {
	github?: { user: unknown; emails: unknown };
	huggingface?: unknown;
	orcid?: unknown;
};

/** What goes wrong with the next request to a path. */
type OAuthFault = { path: RegExp; as: "hang" | { status: number; type: string; body: string } };

const CLIENT = { id: "our-client-id", secret: "our-client-secret" };

/** Settings that make this server the one of all three services. */
export const oauthSettings = (url: string) =>
	Object.fromEntries(
		["GITHUB", "HUGGINGFACE", "ORCID"].flatMap((name) => [
			[`${name}_CLIENT_ID`, CLIENT.id],
			[`${name}_CLIENT_SECRET`, CLIENT.secret],
			[`${name}_BASE_URL`, url],
		]),
	);

type Grant = { person: FakePerson; redirectUri: string; challenge: string; used: boolean };

/**
 * Answers as the authorization servers of GitHub (an Enterprise Server's addresses), Hugging Face and ORCID are documented to.
 * Whoever comes to authorize agrees at once, or declines.
 */
export async function startFakeOAuth() {
	const grants = new Map<string, Grant>();
	const tokens = new Map<string, FakePerson>();
	const authorized: URL[] = [];
	let person: FakePerson = {};
	let declines = false;
	const faults: OAuthFault[] = [];

	const server = createServer((request, response) => void handle(request, response));
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

	async function handle(request: IncomingMessage, response: ServerResponse) {
		const { pathname, searchParams } = new URL(request.url ?? "/", url);
		const fault = faults.find(({ path }) => path.test(pathname));
		if (fault) {
			faults.splice(faults.indexOf(fault), 1);
			if (fault.as === "hang") return;
			response.writeHead(fault.as.status, { "Content-Type": fault.as.type }).end(fault.as.body);
			return;
		}
		const path = pathname.replace(/^\/login/, "");
		if (path === "/oauth/authorize") return authorize(new URL(request.url ?? "/", url), searchParams, response);
		if (path === "/oauth/access_token" || path === "/oauth/token") {
			const isGitHub = path === "/oauth/access_token";
			return json(
				response,
				...exchange(new URLSearchParams(await textOf(request)), request.headers.authorization, isGitHub),
			);
		}
		const known = tokens.get(request.headers.authorization?.replace("Bearer ", "") ?? "");
		if (!known) return json(response, 401, { message: "Bad credentials" });
		if (pathname === "/api/v3/user") return json(response, 200, known.github?.user);
		if (pathname === "/api/v3/user/emails") return json(response, 200, known.github?.emails);
		if (pathname === "/oauth/userinfo") return json(response, 200, known.huggingface);
		json(response, 404, { message: "Not Found" });
	}

	function authorize(asked: URL, query: URLSearchParams, response: ServerResponse) {
		authorized.push(asked);
		const back = new URL(query.get("redirect_uri") ?? "");
		if (declines) {
			back.searchParams.set("error", "access_denied");
			back.searchParams.set("error_description", "The user denied your request");
		} else {
			const code = randomUUID();
			const challenge = query.get("code_challenge") ?? "";
			grants.set(code, { person, redirectUri: query.get("redirect_uri") ?? "", challenge, used: false });
			back.searchParams.set("code", code);
		}
		back.searchParams.set("state", query.get("state") ?? "");
		response.writeHead(302, { Location: back.href }).end();
	}

	function exchange(form: URLSearchParams, basic: string | undefined, isGitHub: boolean): [number, unknown] {
		const expected = `Basic ${Buffer.from(`${CLIENT.id}:${CLIENT.secret}`).toString("base64")}`;
		const isOurs =
			form.get("client_id") === CLIENT.id && (form.get("client_secret") === CLIENT.secret || basic === expected);
		const grant = grants.get(form.get("code") ?? "");
		const challenge = createHash("sha256")
			.update(form.get("code_verifier") ?? "")
			.digest("base64url");
		if (!isOurs) return [401, { error: "invalid_client" }];
		if (!grant || grant.used || grant.challenge !== challenge || grant.redirectUri !== form.get("redirect_uri"))
			// GitHub answers so with status 200.
			return isGitHub ? [200, { error: "bad_verification_code" }] : [400, { error: "invalid_grant" }];
		grant.used = true;
		const token = randomUUID();
		tokens.set(token, grant.person);
		const answer = {
			access_token: token,
			token_type: "bearer",
			refresh_token: randomUUID(),
			expires_in: 3600,
			scope: "",
		};
		return [200, { ...answer, ...(grant.person.orcid as object) }];
	}

	return {
		url,
		faults,
		/** The addresses that browsers came to authorize at, in order. */
		authorized,
		/** Says who comes next, and whether they agree. */
		comes(next: FakePerson, options: { declines?: boolean } = {}) {
			person = next;
			declines = options.declines ?? false;
		},
		/** Does what a browser does that is led to an address: gives the address that it is sent back to. */
		async visit(address: string): Promise<URL> {
			const answer = await fetch(address, { redirect: "manual" });
			return new URL(answer.headers.get("location") ?? "");
		},
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** A person at GitHub, with one address. */
export function gitHubPerson(id: number, email: string | undefined, verified = true): FakePerson {
	const user = { id, login: `user-${id}`, name: "Ada Lovelace", email, avatar_url: "https://avatars.example/1.png" };
	const emails = email === undefined ? [] : [{ email, primary: true, verified, visibility: null }];
	return { github: { user, emails } };
}

/** A person at Hugging Face. */
export function huggingFacePerson(sub: string, email: string | undefined, verified: unknown = true): FakePerson {
	const picture = "https://huggingface.example/avatar.png";
	return { huggingface: { sub, name: "Ada", preferred_username: "ada", picture, email, email_verified: verified } };
}

async function textOf(request: IncomingMessage): Promise<string> {
	let text = "";
	for await (const chunk of request) text += chunk;
	return text;
}

function json(response: ServerResponse, status: number, body: unknown): void {
	response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body ?? null));
}
