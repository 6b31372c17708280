import { log } from "../log";
import { readBody } from "./body";
import { jsonError } from "./json";
import { isSameOrigin } from "./origin";
import { plainPage } from "./plain-page";
import { parseReturnPath } from "./return-path";

const MAX_BYTES = 4096;

/** What is said in the place of an answer, by status. */
export type Refusals = Readonly<Record<400 | 401 | 403 | 404 | 409 | 413 | 415 | 503, string>>;

export type Refusal = keyof Refusals;

/** What to do with the body of a request that comes from our own pages. */
type Answers = {
	/** For the page's script. */
	json: (body: unknown) => Promise<Response | Refusal>;
	/** For a form, sent without a script from a page that may not be able to name itself. */
	form: (fields: Record<string, string>, cameFrom: string | undefined) => Promise<Response | Refusal>;
};

/**
 * Takes what a viewer wishes, as JSON or as a form, and answers a refusal as JSON or as a page.
 *
 * @param what for the log, if it fails ("a save")
 */
export async function answerWish(
	request: Request,
	what: string,
	refusals: Refusals,
	answers: Answers,
): Promise<Response> {
	const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
	const isForm = type === "application/x-www-form-urlencoded";
	const from = cameFrom(request);
	const refuse = (status: Refusal) =>
		isForm ? plainPage(status, refusals[status], from ?? "/") : jsonError(status, refusals[status]);
	if (!isSameOrigin(request.headers)) return refuse(403);
	if (!isForm && type !== "application/json") return refuse(415);
	try {
		const body = await readBody(request, MAX_BYTES);
		if (body === undefined) return refuse(413);
		const answer = await (isForm
			? answers.form(Object.fromEntries(new URLSearchParams(body)), from)
			: answers.json(parseJson(body)));
		return typeof answer === "number" ? refuse(answer) : answer;
	} catch (error) {
		log.error({ err: error }, `${what} was not kept`);
		return refuse(503);
	}
}

/** Leads a form on. Relative, as the address that readers see is not the one that we listen on. */
export function seeOther(path: string): Response {
	return new Response(null, { status: 303, headers: { Location: path, "Cache-Control": "no-store" } });
}

/** An answer that is one viewer's own. */
export function answerPrivately(body: unknown): Response {
	return Response.json(body, { headers: { "Cache-Control": "private, no-store" } });
}

/** The page that the form stands on: a list is cached for everybody, and its forms can't name the page they are on. */
function cameFrom(request: Request): string | undefined {
	const referer = request.headers.get("referer") ?? "";
	if (!URL.canParse(referer) || request.headers.get("origin") !== new URL(referer).origin) return undefined;
	const { pathname, search } = new URL(referer);
	return parseReturnPath(pathname + search);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// Like any other body that is not what was asked for.
		return undefined;
	}
}
