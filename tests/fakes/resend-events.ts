import { Webhook } from "standardwebhooks";

/** What RESEND_WEBHOOK_SECRET has to be. */
export const webhookSecret = `whsec_${Buffer.from("fake-webhook-secret-for-tests").toString("base64")}`;

type EventOptions = { email?: string; providerId?: string; at?: Date; bounce?: string; subject?: string };

/** An event as https://resend.com/docs/webhooks/event-types has them. */
export function resendEvent(type: string, options: EventOptions = {}) {
	const { email = "reader1@example.org", providerId = "provider-1", at = new Date(), bounce, subject } = options;
	return {
		type,
		created_at: at.toISOString(),
		data: {
			created_at: at.toISOString().replace("Z", "719+00:00"),
			email_id: providerId,
			from: "Broadsheet <digest@example.org>",
			to: [email],
			subject: subject ?? "Paper 0 of 2026-06-08",
			...(bounce !== undefined && { bounce: { type: bounce, subType: "General", message: "Said the server." } }),
		},
	};
}

/** A request as Resend sends it. */
export function signedRequest(
	body: string,
	{ id = crypto.randomUUID(), secret = webhookSecret, at = new Date(), prefix = "svix" } = {},
): Request {
	return new Request("http://127.0.0.1:4200/api/webhooks/resend", {
		method: "POST",
		headers: {
			"content-type": "application/json",
			[`${prefix}-id`]: id,
			[`${prefix}-timestamp`]: String(Math.floor(at.getTime() / 1000)),
			[`${prefix}-signature`]: new Webhook(secret).sign(id, at, body),
		},
		body,
	});
}
