import "server-only";
import type { ReactElement } from "react";
import { AddressTakenMail } from "@/emails/address-taken";
import { ConfirmNewAddressMail } from "@/emails/confirm-new-address";
import { ConfirmOldAddressMail } from "@/emails/confirm-old-address";
import { log } from "../log";
import { linkTo } from "../mail/links";
import { sendMail } from "../mail/mailer";
import { renderMail } from "../mail/render";
import { keyedHash } from "../tokens";

/** How long both links work. */
export const CHANGE_HOURS = 24;

/**
 * Mails both addresses of a change. The new one, if it has an account already, gets word of that in place of a link.
 *
 * @returns false if one of the two could not be sent
 */
export async function sendAddressMails(change: {
	email: string;
	newEmail: string;
	tokens: { old: string; new: string };
	isTaken: boolean;
}): Promise<boolean> {
	const { email, newEmail, tokens, isTaken } = change;
	const shared = { siteUrl: linkTo("/"), expiresInHours: CHANGE_HOURS };
	const toOld = (
		<ConfirmOldAddressMail {...shared} newEmail={newEmail} link={linkTo("/settings/address", tokens.old)} />
	);
	const toNew = isTaken
		? {
				subject: "This address has an account at Broadsheet",
				mail: <AddressTakenMail siteUrl={shared.siteUrl} link={linkTo("/sign-in")} />,
			}
		: {
				subject: "Confirm your new address for Broadsheet",
				mail: <ConfirmNewAddressMail {...shared} link={linkTo("/settings/address", tokens.new)} />,
			};
	const sent = await Promise.all([
		send(email, "Your address at Broadsheet is about to change", toOld, tokens.old),
		send(newEmail, toNew.subject, toNew.mail, tokens.new),
	]);
	return sent.every((isSent) => isSent);
}

async function send(to: string, subject: string, mail: ReactElement, token: string): Promise<boolean> {
	const outcome = await sendMail({ to, subject, ...(await renderMail(mail)) }, `address/${keyedHash(token)}`);
	if (outcome.kind === "submitted") return true;
	log.warn({ outcome: outcome.kind, reason: outcome.reason }, "a mail about a change of address was not sent");
	return false;
}
