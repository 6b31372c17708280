"use server";

import { headers } from "next/headers";
import { isSameOrigin } from "../http/origin";
import { log } from "../log";
import { hasOutboxPage } from "../mail/outbox";
import { sendRequestedMail } from "./mails";
import { confirm, subscribe, unsubscribe } from "./mutations";
import { linkToken, subscriberAddress } from "./schemas";
import type { SubscribeState, TokenFormState } from "./types";
import { words } from "./words";

/** Takes the subscribe form. Says the same whatever it knows of the address. */
export async function subscribeAction(_: SubscribeState, form: FormData): Promise<SubscribeState> {
	const email = String(form.get("email") ?? "").slice(0, 320);
	const refuse = (message: string): SubscribeState => ({ status: "refused", message, email });
	if (!isSameOrigin(await headers())) return refuse(words.foreignOrigin);
	const address = subscriberAddress.safeParse(email);
	if (!address.success) return refuse(address.error.issues[0]?.message ?? words.notSaved);
	try {
		const result = await subscribe(address.data, new Date());
		if (!result.ok) return refuse(words[result.reason]);
		const sent = result.value && (await sendRequestedMail(result.value));
		if (sent && !sent.ok) return refuse(words.notSent);
		return { status: "sent", message: words.checkInbox, email: address.data, isInOutbox: hasOutboxPage() };
	} catch (error) {
		log.error({ err: error }, "a subscription was not saved");
		return refuse(words.notSaved);
	}
}

/** Takes the button of the page that a confirmation link opens. */
export async function confirmAction(_: TokenFormState, form: FormData): Promise<TokenFormState> {
	return takeToken(form, async (token) => {
		const result = await confirm(token, new Date());
		return result.ok
			? { status: "done", message: words.confirmed }
			: { status: "refused", message: words[result.reason] };
	});
}

/** Takes the button of the page that an unsubscribe link opens. */
export async function unsubscribeAction(_: TokenFormState, form: FormData): Promise<TokenFormState> {
	return takeToken(form, async (token) => {
		const result = await unsubscribe(token, new Date());
		return result.ok
			? { status: "done", message: words.unsubscribed }
			: { status: "refused", message: words.wrongUnsubscribeLink };
	});
}

async function takeToken(form: FormData, use: (token: string) => Promise<TokenFormState>): Promise<TokenFormState> {
	if (!isSameOrigin(await headers())) return { status: "refused", message: words.foreignOrigin };
	try {
		return await use(linkToken.catch("").parse(form.get("token")));
	} catch (error) {
		log.error({ err: error }, "a press of a mailed link's button was not saved");
		return { status: "refused", message: words.notSaved };
	}
}
