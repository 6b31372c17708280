import "server-only";
import { Webhook } from "standardwebhooks";
import { env } from "../env";
import { addressRules, readAddress } from "./address";
import { readAnswer } from "./answers";
import { postMessage } from "./request";
import type { Target, TryOutcome } from "./types";

/**
 * Sends a message to a channel, once.
 *
 * @param id by which a webhook tells a message that it has had (https://www.standardwebhooks.com); the others know nothing like it
 * @param body as JSON; these bytes are sent, and signed
 */
export async function sendMessage(target: Target, id: string, body: string): Promise<TryOutcome> {
	const rules = addressRules();
	// The settings may be others than when it was typed.
	const address = readAddress(target.kind, target.url, rules);
	if (!address.ok) return { kind: "rejected", reason: "its address is not one that the settings allow" };
	const url = new URL(address.value);
	// Without, Discord does not tell of what it does not save.
	if (target.kind === "discord") url.searchParams.set("wait", "true");
	const now = new Date();
	const headers = {
		"Content-Type": "application/json",
		"User-Agent": `Broadsheet (+${env().APP_URL})`,
		...(target.secret !== null && sign(target.secret, id, now, body)),
	};
	const answer = await postMessage(url, { headers, body }, rules);
	return readAnswer(target.kind, answer, now);
}

function sign(secret: string, id: string, now: Date, body: string): Record<string, string> {
	return {
		"webhook-id": id,
		"webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
		"webhook-signature": new Webhook(secret).sign(id, now, body),
	};
}
