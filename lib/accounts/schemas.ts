import { z } from "zod";
import { parseReturnPath } from "../http/return-path";
import { parsePaperId } from "../papers/ids";

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
