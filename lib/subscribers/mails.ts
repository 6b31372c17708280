import "server-only";
import { createElement } from "react";
import { AlreadySubscribedMail } from "@/emails/already-subscribed";
import { ConfirmSubscriptionMail } from "@/emails/confirm-subscription";
import { db } from "../db/client";
import { log } from "../log";
import { linkTo } from "../mail/links";
import { sendMail } from "../mail/mailer";
import { renderMail } from "../mail/render";
import { returnTurn } from "./cooldown";
import { CONFIRM_HOURS, signConfirmToken, signUnsubscribeToken } from "./tokens";

/** A mail that somebody's wish to subscribe calls for. */
export type RequestedMail = { email: string; requestedAt: Date };

/**
 * Sends what a wish to subscribe calls for: the link that confirms, or word that the address subscribes already. Runs after
 * the answer, whose time therefore tells nothing. If the mail can't be sent, the address may be entered again at once.
 *
 * @throws never: there is nobody left to tell but the log
 */
export async function sendRequestedMail({ email, requestedAt }: RequestedMail): Promise<void> {
	try {
		const subscriber = await db().subscriber.findUnique({ where: { email }, select: { id: true, state: true } });
		if (!subscriber) return;
		const { id, state } = subscriber;
		const content = state === "confirmed" ? await alreadySubscribed(id) : await confirmation(id, requestedAt);
		const outcome = await sendMail({ to: email, ...content }, `subscribe/${id}/${requestedAt.getTime()}`);
		if (outcome.kind === "submitted") return;
		log.warn(
			{ subscriber: id, outcome: outcome.kind, reason: outcome.reason },
			"a mail about subscribing was not sent",
		);
		await returnTurn(email);
	} catch (error) {
		log.error({ err: error }, "a mail about subscribing was not sent");
	}
}

async function confirmation(subscriberId: string, issuedAt: Date) {
	const token = await signConfirmToken({ subscriberId, issuedAt });
	const element = createElement(ConfirmSubscriptionMail, {
		link: linkTo("/subscribe/confirm", token),
		expiresInHours: CONFIRM_HOURS,
		siteUrl: linkTo("/"),
	});
	return { subject: "Confirm your subscription to Broadsheet", ...(await renderMail(element)) };
}

async function alreadySubscribed(subscriberId: string) {
	const token = await signUnsubscribeToken(subscriberId);
	const element = createElement(AlreadySubscribedMail, {
		unsubscribeUrl: linkTo("/unsubscribe", token),
		siteUrl: linkTo("/"),
	});
	return { subject: "You already subscribe to Broadsheet", ...(await renderMail(element)) };
}
