import { redirect } from "next/navigation";
import { jsonError } from "@/lib/http/json";
import { isOneClick } from "@/lib/http/one-click";
import { log } from "@/lib/log";
import { unsubscribe } from "@/lib/subscribers/mutations";
import { linkToken } from "@/lib/subscribers/schemas";
import { readUnsubscribeToken } from "@/lib/subscribers/tokens";

/**
 * One-click unsubscribing by a mail program (RFC 8058): a POST with `List-Unsubscribe=One-Click`, as a form of either kind.
 * It comes from no page of ours, so no Origin is asked for: the token is the proof.
 */
export async function POST(request: Request): Promise<Response> {
	const token = linkToken.catch("").parse(new URL(request.url).searchParams.get("token"));
	const now = new Date();
	// Before the body is read: that of a stranger is not worth any memory.
	if ((await readUnsubscribeToken(token, now)) === undefined)
		return jsonError(400, "This is not an unsubscribe link of ours.");
	if (!(await isOneClick(request))) return jsonError(400, "The form must say List-Unsubscribe=One-Click (RFC 8058).");
	try {
		await unsubscribe(token, now);
	} catch (error) {
		log.error({ err: error }, "a one-click unsubscribing was not saved");
		return jsonError(503, "This could not be saved. Please try again in a minute.", { "Retry-After": "60" });
	}
	return new Response("Unsubscribed.\n", {
		headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
	});
}

/** People and mail scanners come by GET, which changes nothing: the page has the button. */
export function GET(request: Request): never {
	const token = linkToken.catch("").parse(new URL(request.url).searchParams.get("token"));
	redirect(`/unsubscribe?${new URLSearchParams({ token })}`);
}
