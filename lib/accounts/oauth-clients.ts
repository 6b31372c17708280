import "server-only";
import { env } from "../env";
import { SIGN_IN_SERVICES, type SignInService } from "./oauth-names";

/** What a service knows us by, and where it is. */
export type OAuthClient = { id: string; secret: string; baseUrl: string };

const SETTINGS = { github: "GITHUB", huggingface: "HUGGINGFACE", orcid: "ORCID" } as const;

/** @returns undefined if the host has not set the service up */
export function findOAuthClient(service: keyof typeof SETTINGS): OAuthClient | undefined {
	const name = SETTINGS[service];
	const { [`${name}_CLIENT_ID` as const]: id, [`${name}_CLIENT_SECRET` as const]: secret } = env();
	if (id === undefined || secret === undefined) return undefined;
	return { id, secret, baseUrl: env()[`${name}_BASE_URL`].replace(/\/$/, "") };
}

/** Those that the host has set up, in the order in which they are offered. */
export function listSignInServices(): SignInService[] {
	return (Object.keys(SIGN_IN_SERVICES) as SignInService[]).filter((service) => findOAuthClient(service));
}
