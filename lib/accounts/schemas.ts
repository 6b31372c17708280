import { z } from "zod";
import { parseReturnPath } from "../http/return-path";
import { parsePaperId } from "../papers/ids";
import { displayName, handleInput } from "./handles";

/** An address as we keep it: trimmed and in lower case, so that one person has one row. */
export const emailAddress = z.string().trim().toLowerCase().pipe(z.email().max(254));

/** What a link or form says somebody was about to do. A wrong value counts as none: it must not stand in the way of signing in. */
export const signInIntent = z.object({
	next: z
		.unknown()
		.optional()
		.transform((value) => parseReturnPath(value) ?? "/"),
	upvote: z
		.unknown()
		.optional()
		.transform((value) => (typeof value === "string" ? parsePaperId(value) : undefined)),
});

/** The token in a sign-in link: 32 letters. */
export const signInToken = z.string().regex(/^[a-zA-Z]{32}$/);

/** The token in a link about a change of address: 32 bytes as base64url. */
export const changeToken = z.string().regex(/^[\w-]{43}$/);

/** A session's id, as better-auth makes them. */
export const sessionId = z.string().min(1).max(100);

/** The form of handle and name. An empty handle is none. */
export const profileForm = z.object({
	handle: z.union([z.literal("").transform(() => undefined), handleInput]),
	name: displayName,
});
