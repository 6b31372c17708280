"use server";

import { headers } from "next/headers";
import { isSameOrigin } from "../http/origin";
import { log } from "../log";
import { hasOutboxPage } from "../mail/outbox";
import { choicesForm, guessedTimeZone, typedChoice } from "./choices-schema";
import { sendRequestedMail } from "./mails";
import { confirm, saveChoices, subscribe, unsubscribe } from "./mutations";
import { findChoices } from "./queries";
import { describeSchedule } from "./schedule";
import { linkToken, subscriberAddress } from "./schemas";
import type { ChoicesFormState, SubscribeState, TokenFormState } from "./types";
import { sayConfirmed, words } from "./words";

/** Takes the subscribe form. Says the same whatever it knows of the address. */
export async function subscribeAction(_: SubscribeState, form: FormData): Promise<SubscribeState> {
	const email = String(form.get("email") ?? "").slice(0, 320);
	const refuse = (message: string): SubscribeState => ({ status: "refused", message, email });
	if (!isSameOrigin(await headers())) return refuse(words.foreignOrigin);
	const address = subscriberAddress.safeParse(email);
	if (!address.success) return refuse(address.error.issues[0]?.message ?? words.notSaved);
	try {
		const result = await subscribe(address.data, new Date(), guessedTimeZone.parse(form.get("timeZone") ?? undefined));
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
		if (!result.ok) return { status: "refused", message: words[result.reason] };
		return { status: "done", message: sayConfirmed(describeSchedule(await findChoices(result.value))) };
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

/** Takes the form of choices. */
export async function choicesAction(_: ChoicesFormState, form: FormData): Promise<ChoicesFormState> {
	const { token, ...fields } = readFields(form);
	const refuse = (message: string): ChoicesFormState => ({ status: "refused", message, fields });
	if (!isSameOrigin(await headers())) return refuse(words.foreignOrigin);
	const choices = choicesForm.safeParse(fields);
	if (!choices.success) {
		const [issue] = choices.error.issues;
		return { ...refuse(issue?.message ?? words.notSaved), field: typedChoice.safeParse(issue?.path[0]).data };
	}
	try {
		const result = await saveChoices(linkToken.catch("").parse(token), choices.data, new Date());
		return result.ok ? { status: "saved", message: words.chosen, fields } : refuse(words[result.reason]);
	} catch (error) {
		log.error({ err: error }, "a subscriber's choices were not saved");
		return refuse(words.notSaved);
	}
}

/** What was typed, without files and without what Next adds. */
function readFields(form: FormData): Record<string, string> {
	const typed = [...form].filter((field): field is [string, string] => typeof field[1] === "string");
	return Object.fromEntries(typed.filter(([name]) => !name.startsWith("$")));
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
