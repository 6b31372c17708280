import "server-only";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";

/**
 * Lets better-auth open a session, with the cookie that it sets for any other, for somebody whom our own code has identified.
 * It has no address: our code alone can call it.
 */
export function openSession() {
	return {
		id: "open-session",
		endpoints: {
			openSession: createAuthEndpoint.serverOnly(
				{ method: "POST", body: z.object({ userId: z.string() }), requireHeaders: true },
				async (call) => {
					const { internalAdapter } = call.context;
					const user = await internalAdapter.findUserById(call.body.userId);
					if (!user) throw new APIError("NOT_FOUND");
					const session = await internalAdapter.createSession(user.id);
					await setSessionCookie(call, { session, user });
					return {};
				},
			),
		},
	};
}
