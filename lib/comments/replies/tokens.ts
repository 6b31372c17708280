import "server-only";
import { readToken, signToken } from "../../tokens";

/** The same in every mail to somebody, and good for ever: old mails keep a working way out. */
export async function signStopToken(userId: string): Promise<string> {
	return signToken("stop-reply-mails", userId);
}

/** @returns the user's id; undefined for a token that is not ours or not for this */
export async function readStopToken(token: string, now: Date): Promise<string | undefined> {
	return readToken("stop-reply-mails", token, now);
}
