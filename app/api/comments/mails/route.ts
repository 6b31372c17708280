import { redirect } from "next/navigation";
import { setReplyMails } from "@/lib/comments/mutations";
import { readStopToken } from "@/lib/comments/replies/tokens";
import { linkToken } from "@/lib/comments/schemas";
import { jsonError } from "@/lib/http/json";
import { isOneClick } from "@/lib/http/one-click";
import { log } from "@/lib/log";

/**
 * Ends mails about replies at one click in a mail program (RFC 8058). It comes from no page of ours, so no Origin is asked for: the
 * token is the proof.
 */
export async function POST(request: Request): Promise<Response> {
	const userId = await readStopToken(tokenOf(request), new Date());
	// Before the body is read: that of a stranger is not worth any memory.
	if (userId === undefined) return jsonError(400, "This is not a link of ours that ends mails about replies.");
	if (!(await isOneClick(request))) return jsonError(400, "The form must say List-Unsubscribe=One-Click (RFC 8058).");
	try {
		await setReplyMails(userId, false);
	} catch (error) {
		log.error({ err: error }, "mails about replies were not turned off");
		return jsonError(503, "This could not be saved. Please try again in a minute.", { "Retry-After": "60" });
	}
	return new Response("No more mails about replies.\n", {
		headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
	});
}

/** People and mail scanners come by GET, which changes nothing: the page has the button. */
export function GET(request: Request): never {
	redirect(`/comments/mails?${new URLSearchParams({ token: tokenOf(request) })}`);
}

function tokenOf(request: Request): string {
	return linkToken.catch("").parse(new URL(request.url).searchParams.get("token"));
}
