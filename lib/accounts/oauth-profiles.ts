import "server-only";
import { z } from "zod";
import { displayName } from "./handles";
import type { SignInService } from "./oauth-names";
import { readWithToken } from "./oauth-requests";
import { emailAddress } from "./schemas";

/** Who somebody is at a service. */
export type ServiceProfile = {
	/** Theirs for ever, also after a change of name. */
	id: string;
	/** As `displayName` reads it; empty for none. */
	name: string;
	/** Undefined unless the service says that it is verified to be theirs. */
	email: string | undefined;
};

const optionalText = z.string().nullish().catch(undefined);
const gitHubUser = z.object({ id: z.number().int().positive(), name: optionalText });
const gitHubEmails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));
const huggingFaceUser = z.object({
	sub: z.string().min(1).max(255),
	name: optionalText,
	email: optionalText,
	// Anything but a plain "yes" is none.
	email_verified: z.literal(true).optional().catch(undefined),
});

/** @throws ServiceFailed */
export const readProfile: Record<SignInService, (baseUrl: string, token: string) => Promise<ServiceProfile>> = {
	/** https://docs.github.com/rest/users */
	async github(baseUrl, token) {
		const api = gitHubApi(baseUrl);
		const [user, emails] = await Promise.all([
			readWithToken(`${api}/user`, token, gitHubUser),
			readWithToken(`${api}/user/emails`, token, gitHubEmails),
		]);
		// The address on the profile page is whatever its owner wrote there.
		const primary = emails.find((entry) => entry.primary && entry.verified);
		return { id: String(user.id), name: cleanName(user.name), email: cleanEmail(primary?.email) };
	},
	/** https://huggingface.co/docs/hub/oauth */
	async huggingface(baseUrl, token) {
		const user = await readWithToken(`${baseUrl}/oauth/userinfo`, token, huggingFaceUser);
		const email = user.email_verified ? cleanEmail(user.email) : undefined;
		return { id: user.sub, name: cleanName(user.name), email };
	},
};

/** An Enterprise Server has its API on its own host. */
function gitHubApi(baseUrl: string): string {
	return baseUrl === "https://github.com" ? "https://api.github.com" : `${baseUrl}/api/v3`;
}

function cleanEmail(email: string | null | undefined): string | undefined {
	return emailAddress.safeParse(email).data;
}

/** A name that could not be set here either is none. */
function cleanName(name: string | null | undefined): string {
	return displayName.safeParse(name).data ?? "";
}
