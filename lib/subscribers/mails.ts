import "server-only";
import { createElement } from "react";
import { AlreadySubscribedMail } from "@/emails/already-subscribed";
import { ConfirmSubscriptionMail } from "@/emails/confirm-subscription";
import { db } from "../db/client";
import { log } from "../log";
import { linkTo } from "../mail/links";
import { sendMail } from "../mail/mailer";
import { renderMail } from "../mail/render";
import { done, type Result, refused } from "../result";
import { keepTurn, returnTurn } from "./cooldown";
import { CONFIRM_HOURS, signChoicesToken, signConfirmToken, signUnsubscribeToken } from "./tokens";

/** A mail that somebody's wish to subscribe calls for. */
export type RequestedMail = { email: string; requestedAt: Date };

/**
 * Sends what a wish to subscribe calls for: the link that confirms, or word that the address subscribes already. Before the
 * answer, which thereby says nothing that is not so, and takes the same time for all: everyone gets one mail. If it can't be
 * sent, the address may be entered again at once; if we die over it, in a minute.
 *
 * @returns refused as `not-sent` when the provider has not taken the mail
 * @throws if the database can't be reached
 */
export async function sendRequestedMail({ email, requestedAt }: RequestedMail): Promise<Result<undefined, "not-sent">> {
	const { id, state } = await db().subscriber.findUniqueOrThrow({
		where: { email },
		select: { id: true, state: true },
	});
	const content =
		state === "confirmed" ? await writeAlreadySubscribed(id, new Date()) : await writeConfirmation(id, requestedAt);
	const outcome = await sendMail({ to: email, ...content }, `subscribe/${id}/${requestedAt.getTime()}`);
	if (outcome.kind === "submitted") {
		await keepTurn(email);
		return done(undefined);
	}
	log.warn({ subscriber: id, outcome: outcome.kind, reason: outcome.reason }, "a mail about subscribing was not sent");
	await returnTurn(email);
	return refused("not-sent");
}

/** The mail with the link that confirms, without its recipient. */
export async function writeConfirmation(subscriberId: string, issuedAt: Date) {
	const token = await signConfirmToken({ subscriberId, issuedAt });
	const element = createElement(ConfirmSubscriptionMail, {
		link: linkTo("/subscribe/confirm", token),
		expiresInHours: CONFIRM_HOURS,
		siteUrl: linkTo("/"),
	});
	return { subject: "Confirm your subscription to Broadsheet", ...(await renderMail(element)) };
}

/** The mail that says that one subscribes already, without its recipient. */
export async function writeAlreadySubscribed(subscriberId: string, now: Date) {
	const token = await signUnsubscribeToken(subscriberId);
	const element = createElement(AlreadySubscribedMail, {
		choicesUrl: linkTo("/subscribe/choices", await signChoicesToken(subscriberId, now)),
		unsubscribeUrl: linkTo("/unsubscribe", token),
		siteUrl: linkTo("/"),
	});
	return { subject: "You already subscribe to Broadsheet", ...(await renderMail(element)) };
}
