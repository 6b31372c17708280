import { recordMailEvent } from "@/lib/bounces/mutations";
import { readResendEvent } from "@/lib/bounces/schemas";
import { readSignedId } from "@/lib/bounces/signature";
import type { ComingBack } from "@/lib/bounces/types";
import { env } from "@/lib/env";
import { readBody } from "@/lib/http/body";
import { jsonError, refuseMethod } from "@/lib/http/json";
import { log } from "@/lib/log";
import { unsubscribe } from "@/lib/subscribers/mutations";

/** An event has some kilobytes. */
const MAX_BYTES = 256 * 1024;

/**
 * Takes Resend's word of what became of our mails, and of mails that ask to end a subscription. It comes from no page of ours, so no
 * Origin is asked for: the signature is the proof. What is answered with an error is sent again for some hours.
 */
export async function POST(request: Request): Promise<Response> {
	const { RESEND_WEBHOOK_SECRET } = env();
	if (RESEND_WEBHOOK_SECRET === undefined) return jsonError(404, "There is no such address here.");
	try {
		const body = await readBody(request, MAX_BYTES);
		if (body === undefined) return jsonError(413, "This is too long to be an event.");
		const id = readSignedId(body, request.headers, RESEND_WEBHOOK_SECRET);
		if (id === undefined) return jsonError(401, "This is not signed with our secret, or was signed minutes ago.");
		const event = readResendEvent(body);
		if (event === undefined) {
			log.error({ event: id }, "an event of the mail provider can't be read");
			return jsonError(400, "This is signed, but no event that can be read.");
		}
		return Response.json({ outcome: await act(id, event) }, { headers: { "Cache-Control": "no-store" } });
	} catch (error) {
		log.error({ err: error }, "an event of the mail provider was not recorded");
		return jsonError(503, "This could not be recorded. Please send it again.", { "Retry-After": "60" });
	}
}

const refuse = refuseMethod("POST");

export { refuse as DELETE, refuse as GET, refuse as OPTIONS, refuse as PATCH, refuse as PUT };

async function act(id: string, came: ComingBack): Promise<"recorded" | "known" | "unsubscribed" | "ignored"> {
	switch (came.kind) {
		case "mail-event":
			return (await recordMailEvent(id, came.event)) ? "recorded" : "known";
		case "leaving":
			return (await unsubscribe(came.token, new Date())).ok ? "unsubscribed" : "ignored";
		case "other":
			return "ignored";
	}
}
