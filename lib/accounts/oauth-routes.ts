import "server-only";
import { NextResponse } from "next/server";
import { readBody } from "../http/body";
import { isSameOrigin } from "../http/origin";
import { leadingPage, plainPage } from "../http/plain-page";
import { log } from "../log";
import type { ResponseCookie } from "./types";

/** Where to lead a browser, what the place is called, and the cookies that let it come back. */
export type Start = { url: string; name: string; cookies: ResponseCookie[] };

const MAX_BYTES = 4096;

const SENTENCES = {
	403: "This form did not come from this site, so nothing was done. Open the page again and retry there.",
	404: "Nobody can sign in with this service here.",
	413: "This is too long for a form of ours.",
	503: "This could not be begun just now. Try again in a minute.",
} as const;

export type Refusal = keyof typeof SENTENCES;

/**
 * Answers a form that begins a sign-in elsewhere: checks its origin, and leads to what `start` gives.
 *
 * @param back the path of the page that the form stands on
 */
export async function answerStart(
	request: Request,
	back: string,
	start: (form: Record<string, string>) => Promise<Start | Response | Refusal>,
): Promise<Response> {
	const refuse = (status: Refusal) => plainPage(status, SENTENCES[status], back);
	if (!isSameOrigin(request.headers)) return refuse(403);
	try {
		const body = await readBody(request, MAX_BYTES);
		if (body === undefined) return refuse(413);
		const started = await start(Object.fromEntries(new URLSearchParams(body)));
		if (started instanceof Response) return started;
		if (typeof started === "number") return refuse(started);
		return withCookies(leadingPage(started.url, started.name), started.cookies);
	} catch (error) {
		log.error({ err: error }, "a sign-in elsewhere was not begun");
		return refuse(503);
	}
}

/** Leads a browser on to a page of ours. Relative, as the address that readers see is not the one that we listen on. */
export function goOn(path: string, cookies: ResponseCookie[] = []): Response {
	const headers = { Location: path, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" };
	return withCookies(new Response(null, { status: 303, headers }), cookies);
}

function withCookies(answer: Response, cookies: ResponseCookie[]): Response {
	const response = new NextResponse(answer.body, answer);
	for (const { name, value, options } of cookies) response.cookies.set(name, value, options);
	return response;
}
