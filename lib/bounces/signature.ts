import "server-only";
import { Webhook, WebhookVerificationError } from "standardwebhooks";

/** The provider's ids have some 30 characters. */
const ID_MAX = 200;

/**
 * Checks who a webhook is from, and that it is from the last five minutes (https://www.standardwebhooks.com). Resend's headers
 * have the older names, of Svix, for the same.
 *
 * @param body exactly as it came
 * @param secret `whsec_…`
 * @returns the id of the event; undefined unless it was signed with the secret
 */
export function readSignedId(body: string, headers: Headers, secret: string): string | undefined {
	const read = (name: string) => headers.get(`svix-${name}`) ?? headers.get(`webhook-${name}`) ?? "";
	const id = read("id");
	const signed = { "webhook-id": id, "webhook-timestamp": read("timestamp"), "webhook-signature": read("signature") };
	try {
		new Webhook(secret).verify(body, signed, { jsonParse: false });
		return id.length <= ID_MAX ? id : undefined;
	} catch (error) {
		if (error instanceof WebhookVerificationError) return undefined;
		throw error;
	}
}
