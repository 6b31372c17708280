import "server-only";
import { createHmac } from "node:crypto";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { betterAuth } from "better-auth/minimal";
import { magicLink } from "better-auth/plugins/magic-link";
import { z } from "zod";
import { db } from "../db/client";
import { env } from "../env";
import { signInWithOthers } from "./oauth-plugin";
import { openSession } from "./session-plugin";
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
 * our own actions and routes call `api`, each after checking the request's origin (or its state, coming back from a service).
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
			signInWithOthers(),
			openSession(),
		],
		account: {
			// Who owns an address at another service does not own the account here: it is connected while signed in to it.
			accountLinking: { disableImplicitLinking: true, allowDifferentEmails: true },
			updateAccountOnSignIn: false,
			// Encrypted in the browser; nobody can fill a table of ours by beginning.
			storeStateStrategy: "cookie",
		},
		databaseHooks: {
			account: { create: { before: dropTokens }, update: { before: dropTokens } },
			session: { create: { after: forgetExpired } },
		},
		onAPIError: { errorURL: "/sign-in" },
		// Read with the session; written by our own code alone.
		user: { additionalFields: { handle: { type: "string", required: false, input: false } } },
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

/** What a service lets us do in somebody's name is of no use once it has said who they are. */
async function dropTokens<Row extends object>(row: Row) {
	return { data: { ...row, accessToken: null, refreshToken: null, idToken: null } };
}

async function forgetExpired({ userId }: { userId: string }) {
	await db().session.deleteMany({ where: { userId, expiresAt: { lt: new Date() } } });
}
