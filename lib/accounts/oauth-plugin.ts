import "server-only";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { z } from "zod";
import { log } from "../log";
import { findOAuthClient, listSignInServices, type OAuthClient } from "./oauth-clients";
import { SIGN_IN_SERVICES, type SignInService } from "./oauth-names";
import { readProfile } from "./oauth-profiles";
import { exchangeCode } from "./oauth-requests";

const tokenAnswer = z.object({ access_token: z.string().min(1) });

/** How the services differ. Each is asked for no more than its owner's address and name. */
const FLOWS = {
	github: {
		authorizePath: "/login/oauth/authorize",
		tokenPath: "/login/oauth/access_token",
		scopes: ["user:email"],
		secretIn: "form",
	},
	huggingface: {
		authorizePath: "/oauth/authorize",
		tokenPath: "/oauth/token",
		scopes: ["openid", "profile", "email"],
		secretIn: "header",
	},
} as const satisfies Record<SignInService, object>;

/**
 * better-auth's part in signing in with others: state, PKCE, accounts and sessions. It gets an address only if the service says
 * that it is verified, so that no other opens an account; and no picture, as pages show none of other hosts.
 */
export function signInWithOthers() {
	const config = listSignInServices().flatMap((service) => {
		const client = findOAuthClient(service);
		return client ? [configure(service, client)] : [];
	});
	return genericOAuth({ config });
}

function configure(service: SignInService, client: OAuthClient) {
	const { authorizePath, tokenPath, scopes, secretIn } = FLOWS[service];
	const tokenUrl = client.baseUrl + tokenPath;
	return {
		providerId: service,
		name: SIGN_IN_SERVICES[service],
		clientId: client.id,
		clientSecret: client.secret,
		authorizationUrl: client.baseUrl + authorizePath,
		tokenUrl,
		scopes: [...scopes],
		getToken: (callback: { code: string; redirectURI: string; codeVerifier?: string | undefined }) =>
			orLog(async () => {
				const { code, redirectURI: redirectUri, codeVerifier = "" } = callback;
				const exchange = { tokenUrl, client, secretIn, code, redirectUri, codeVerifier };
				return { accessToken: (await exchangeCode(exchange, tokenAnswer)).access_token };
			}),
		getUserInfo: ({ accessToken = "" }: { accessToken?: string | undefined }) =>
			orLog(async () => {
				const { id, name, email } = await readProfile[service](client.baseUrl, accessToken);
				return { id, name, email, emailVerified: email !== undefined };
			}).catch(() => null),
	};
}

/** better-auth, whose own log is off, says no more of a failure than that there was one. */
async function orLog<Value>(work: () => Promise<Value>): Promise<Value> {
	try {
		return await work();
	} catch (error) {
		log.warn({ err: error }, "a service that somebody signs in with failed");
		throw error;
	}
}
