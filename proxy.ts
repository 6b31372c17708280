import { type NextRequest, NextResponse } from "next/server";
import { isSameOrigin } from "@/lib/http/origin";
import { plainPage } from "@/lib/http/plain-page";

/** What Next takes of a form's body, in bytes (`serverActions.bodySizeLimit`). */
const BODY_MAX_BYTES = 1024 * 1024;

const REFUSALS = {
	400: "This is no form of ours. Open the page again and retry there.",
	403: "This form was not sent from our own page. Open the page again and retry there.",
	413: "This is too long for a form of ours.",
} as const;

/**
 * Refuses forms that Next itself would answer with a bare error: each action checks its origin as well. Requests without a body
 * don't come here, which keeps pages fast; data routes check for themselves.
 */
export const config = {
	matcher: [
		{ source: "/((?!api/|_next/).*)", has: [{ type: "header", key: "content-type" }] },
		{ source: "/((?!api/|_next/).*)", has: [{ type: "header", key: "next-action" }] },
	],
};

export async function proxy(request: NextRequest): Promise<Response> {
	if (request.method === "GET" || request.method === "HEAD") return NextResponse.next();
	const refusal = await refuse(request);
	if (refusal !== undefined) return plainPage(refusal, REFUSALS[refusal], "/");
	return NextResponse.next();
}

async function refuse(request: NextRequest): Promise<keyof typeof REFUSALS | undefined> {
	if (!isSameOrigin(request.headers)) return 403;
	if (Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY) > BODY_MAX_BYTES) return 413;
	// A script's call of an action says so, and its body has a form of its own.
	if (request.headers.has("next-action")) return undefined;
	return request
		.clone()
		.formData()
		.then(
			(form) => ([...form.keys()].some((name) => name.startsWith("$ACTION_")) ? undefined : 400),
			() => 400,
		);
}
