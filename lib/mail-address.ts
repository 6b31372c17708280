import { z } from "zod";

const NAMED = /^[^<>\p{Cc}\u2028\u2029]*<([^<>]+)>$/u;

/** One address without a name: `reader@example.org`. */
export const mailAddress = z.email().max(254);

/** Whether a text is an address, or `Name <address>` on one line. */
export function isSender(from: string): boolean {
	return mailAddress.safeParse(NAMED.exec(from)?.[1] ?? from).success;
}
