import type { SignInService } from "./oauth-names";
import { SIGN_IN_SERVICES } from "./oauth-names";

/** Why somebody who came back from a service is not signed in, or the service not connected. */
export const OAUTH_REFUSALS = [
	"cancelled",
	"not-begun-here",
	"no-address",
	"address-taken",
	"connected-elsewhere",
	"not-connected",
	"crowded",
	"failed",
] as const;

export type OAuthRefusal = (typeof OAUTH_REFUSALS)[number];

/** What the page says about it. */
export function explainOAuthRefusal(service: SignInService, refusal: OAuthRefusal): string {
	const name = SIGN_IN_SERVICES[service];
	switch (refusal) {
		case "cancelled":
			return `You did not go on at ${name}, so nothing was done.`;
		case "not-begun-here":
			return `This did not begin in this browser, or took longer than ten minutes. Try ${name} again.`;
		case "no-address":
			return `${name} names no email address of yours that it has verified. Verify one there, or sign in by mail.`;
		case "address-taken":
			return `An account with this address exists. Sign in by mail, and connect ${name} in the settings.`;
		case "connected-elsewhere":
			return `This account at ${name} is connected to another account here. Disconnect it there first.`;
		case "not-connected":
			return `${name} was not connected. It has to name an address that it has verified, and you have to stay signed in meanwhile.`;
		case "crowded":
			return "Very many are signing in just now. Try again in a minute.";
		case "failed":
			return `${name} did not answer as it should. Try again in a minute, or sign in by mail.`;
	}
}
