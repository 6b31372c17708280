import "server-only";
import { SignInMail } from "@/emails/sign-in";
import { env } from "../env";
import { sendMail } from "../mail/mailer";
import { renderMail } from "../mail/render";
import { keyedHash } from "../tokens";
import { type SignInIntent, withIntent } from "./intent";

export const LINK_MINUTES = 15;

/** The mail provider did not take the mail. The message says why, without the address. */
export class MailNotSent extends Error {
	override readonly name = "MailNotSent";
}

/**
 * Sends the mail with a sign-in link. What the person was about to do stands in the link, so that it may be opened in
 * another browser than the one that asked.
 *
 * @throws MailNotSent
 */
export async function sendSignInMail(mail: {
	to: string;
	token: string;
	intent: SignInIntent;
	upvotedTitle?: string | undefined;
}): Promise<void> {
	const siteUrl = new URL("/", env().APP_URL).href;
	const link = new URL(withIntent("/sign-in/confirm", mail.intent), siteUrl);
	link.searchParams.set("token", mail.token);
	const { html, text } = await renderMail(
		<SignInMail
			link={link.href}
			expiresInMinutes={LINK_MINUTES}
			siteUrl={siteUrl}
			{...(mail.upvotedTitle !== undefined && { upvotedTitle: mail.upvotedTitle })}
		/>,
	);
	const message = { to: mail.to, subject: "Your sign-in link for Broadsheet", html, text };
	const outcome = await sendMail(message, `sign-in/${keyedHash(mail.token)}`);
	if (outcome.kind !== "submitted") throw new MailNotSent(outcome.reason);
}
