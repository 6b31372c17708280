import { signInPath } from "@/lib/accounts/intent";
import { currentUser } from "@/lib/accounts/queries";
import { readBody } from "@/lib/http/body";
import { jsonError, refuseMethod } from "@/lib/http/json";
import { isSameOrigin } from "@/lib/http/origin";
import { plainPage } from "@/lib/http/plain-page";
import { parseReturnPath } from "@/lib/http/return-path";
import { log } from "@/lib/log";
import { setVote, toggleVote } from "@/lib/votes/mutations";
import { voteForm, voteRequest } from "@/lib/votes/schemas";

const MAX_BYTES = 4096;

const SENTENCES = {
	400: "This is not a vote. Send a paper's id, and whether it is upvoted.",
	401: "Sign in to upvote papers.",
	403: "This vote did not come from this site, so it was not counted.",
	404: "There is no such paper here.",
	413: "This is too long to be a vote.",
	415: "Votes are sent as JSON or as a form.",
	503: "Your upvote could not be saved. Try again in a minute.",
} as const;

type Refusal = Exclude<keyof typeof SENTENCES, 401>;

/**
 * Casts an upvote or takes it back. The page's script sends JSON (`{ paper, upvoted }`) and gets the paper's new state;
 * a form (`paper`, and optionally `upvoted` and `next`) is led on: to the page of its vote, or to signing in.
 */
export async function POST(request: Request): Promise<Response> {
	const isForm = contentType(request) === "application/x-www-form-urlencoded";
	const refuse = (status: Refusal) =>
		isForm ? plainPage(status, SENTENCES[status], cameFrom(request) ?? "/") : jsonError(status, SENTENCES[status]);
	if (!isSameOrigin(request.headers)) return refuse(403);
	if (!isForm && contentType(request) !== "application/json") return refuse(415);
	try {
		const body = await readBody(request, MAX_BYTES);
		if (body === undefined) return refuse(413);
		const answer = await (isForm ? answerForm(request, body) : answerJson(request, body));
		return typeof answer === "number" ? refuse(answer) : answer;
	} catch (error) {
		log.error({ err: error }, "a vote was not saved");
		return refuse(503);
	}
}

const refuseOthers = refuseMethod("POST");

export {
	refuseOthers as DELETE,
	refuseOthers as GET,
	refuseOthers as OPTIONS,
	refuseOthers as PATCH,
	refuseOthers as PUT,
};

async function answerJson(request: Request, body: string): Promise<Response | Refusal> {
	const vote = voteRequest.safeParse(parseJson(body));
	if (!vote.success) return 400;
	const user = await currentUser(request.headers);
	if (user === undefined) return jsonError(401, SENTENCES[401]);
	const result = await setVote(user.id, vote.data.paper, vote.data.upvoted);
	return result.ok ? Response.json(result.value, { headers: { "Cache-Control": "private, no-store" } }) : 404;
}

async function answerForm(request: Request, body: string): Promise<Response | Refusal> {
	const vote = voteForm.safeParse(Object.fromEntries(new URLSearchParams(body)));
	if (!vote.success) return 400;
	const { paper, upvoted, next = cameFrom(request) } = vote.data;
	const back = next && (next.includes("#") ? next : `${next}#paper-${paper}`);
	const user = await currentUser(request.headers);
	if (user === undefined) return seeOther(signInPath({ next: back, upvote: upvoted === false ? undefined : paper }));
	const result = await (upvoted === undefined ? toggleVote(user.id, paper) : setVote(user.id, paper, upvoted));
	if (!result.ok) return 404;
	return seeOther(`/votes/${paper}${back ? `?next=${encodeURIComponent(back)}` : ""}`);
}

/** The page that the form stands on: the list is cached for everybody, and its forms can't name the page they are on. */
function cameFrom(request: Request): string | undefined {
	const referer = request.headers.get("referer") ?? "";
	if (!URL.canParse(referer) || request.headers.get("origin") !== new URL(referer).origin) return undefined;
	const { pathname, search } = new URL(referer);
	return parseReturnPath(pathname + search);
}

/** Relative, as the address that readers see is not the one that we listen on. */
function seeOther(path: string): Response {
	return new Response(null, { status: 303, headers: { Location: path, "Cache-Control": "no-store" } });
}

function contentType(request: Request): string | undefined {
	return request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// Like any other body that is not a vote.
		return undefined;
	}
}
