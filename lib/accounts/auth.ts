import "server-only";
import { createHmac } from "node:crypto";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { betterAuth } from "better-auth/minimal";
import { magicLink } from "better-auth/plugins/magic-link";
import { z } from "zod";
import { db } from "../db/client";
import { env } from "../env";
import { LINK_MINUTES, sendSignInMail } from "./sign-in-mail";

export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** What `requestSignIn` hands through better-auth to the mail. */
const mailContext = z.object({
	intent: z.object({ next: z.string().optional(), upvote: z.string().optional() }),
	upvotedTitle: z.string().optional(),
});

let made: ReturnType<typeof makeAuth> | undefined;

/**
 * The process's one better-auth, made at first use: pages build without settings. Its HTTP handler is mounted nowhere;
 * our own actions and routes call `api`, each after checking the request's origin.
 */
export function auth(): ReturnType<typeof makeAuth> {
	made ??= makeAuth();
	return made;
}

function makeAuth() {
	return betterAuth({
		baseURL: env().APP_URL,
		// One secret in the settings, a key of its own for each use.
		secret: createHmac("sha256", env().APP_SECRET).update("broadsheet/sessions").digest("hex"),
		database: prismaAdapter(db(), { provider: "postgresql" }),
		plugins: [
			magicLink({
				expiresIn: LINK_MINUTES * 60,
				storeToken: "hashed",
				sendMagicLink: ({ email, token, metadata }) =>
					sendSignInMail({ to: email, token, ...mailContext.parse(metadata) }),
			}),
		],
		session: {
			expiresIn: SESSION_SECONDS,
			// Otherwise reading a session would now and then write one, and no GET changes a row.
			deferSessionRefresh: true,
		},
		// Cookies know no ports: another site with better-auth on the same machine must not take ours.
		advanced: { cookiePrefix: "broadsheet", ipAddress: { disableIpTracking: true } },
		telemetry: { enabled: false },
		// It would print errors with what they quote (addresses, tokens); all that matter are also thrown.
		logger: { disabled: true },
	});
}
