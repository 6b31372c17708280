import "server-only";
import { z } from "zod";
import { readToken, signToken } from "../tokens";

export const CONFIRM_HOURS = 48;

/** As long as somebody may keep a mail to come back to its link; the next mail has a fresh one. */
const CHOICES_DAYS = 90;

const confirmSubject = z.tuple([z.uuid(), z.coerce.number().int().positive()]);
const subscriberId = z.uuid();

/** Which subscriber a confirmation link is for, and when it was made: it is void if they unsubscribed after that. */
export type ConfirmToken = { subscriberId: string; issuedAt: Date };

export async function signConfirmToken({ subscriberId, issuedAt }: ConfirmToken): Promise<string> {
	const expiresAt = new Date(issuedAt.getTime() + CONFIRM_HOURS * 3_600_000);
	return signToken("confirm-subscription", `${subscriberId} ${issuedAt.getTime()}`, expiresAt);
}

/** @returns undefined for a token that is not ours, not for this, or over */
export async function readConfirmToken(token: string, now: Date): Promise<ConfirmToken | undefined> {
	const subject = await readToken("confirm-subscription", token, now);
	const parsed = confirmSubject.safeParse(subject?.split(" "));
	return parsed.success ? { subscriberId: parsed.data[0], issuedAt: new Date(parsed.data[1]) } : undefined;
}

/** The same for every mail to a subscriber, and good for ever: old mails keep a working way out. */
export async function signUnsubscribeToken(id: string): Promise<string> {
	return signToken("unsubscribe", id);
}

/** @returns the subscriber's id; undefined for a token that is not ours or not for this */
export async function readUnsubscribeToken(token: string, now: Date): Promise<string | undefined> {
	const parsed = subscriberId.safeParse(await readToken("unsubscribe", token, now));
	return parsed.success ? parsed.data : undefined;
}

/** For the page of choices, which shows more than leaving needs: it ends. */
export async function signChoicesToken(id: string, now: Date): Promise<string> {
	return signToken("digest-choices", id, new Date(now.getTime() + CHOICES_DAYS * 86_400_000));
}

/** @returns the subscriber's id; undefined for a token that is not ours, not for this, or over */
export async function readChoicesToken(token: string, now: Date): Promise<string | undefined> {
	const parsed = subscriberId.safeParse(await readToken("digest-choices", token, now));
	return parsed.success ? parsed.data : undefined;
}
