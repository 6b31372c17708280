import { signInPath } from "@/lib/accounts/intent";
import { currentUser } from "@/lib/accounts/queries";
import { readBody } from "@/lib/http/body";
import { clientAddress } from "@/lib/http/client-address";
import { jsonError, refuseMethod } from "@/lib/http/json";
import { isSameOrigin } from "@/lib/http/origin";
import { plainPage } from "@/lib/http/plain-page";
import { parseReturnPath } from "@/lib/http/return-path";
import { log } from "@/lib/log";
import { isVoteLimit, secondsUntilTurn } from "@/lib/votes/limits";
import { askForVote } from "@/lib/votes/mutations";
import { voteForm, voteRequest } from "@/lib/votes/schemas";
import type { VoteOrigin } from "@/lib/votes/types";

const MAX_BYTES = 4096;

const REFUSALS = {
	"no-vote": [400, "This is not a vote. Send a paper's id, and whether it is upvoted."],
	"signed-out": [401, "Sign in to upvote papers."],
	foreign: [403, "This vote did not come from this site, so it was not counted."],
	"unknown-paper": [404, "There is no such paper here."],
	voided: [409, "A curator has voided the votes that came with yours, and yours with them. It can't be cast again."],
	"too-long": [413, "This is too long to be a vote."],
	"other-type": [415, "Votes are sent as JSON or as a form."],
	"too-fast": [429, "You vote faster than anybody reads, so this one was not saved. Go on in some seconds."],
	"too-many": [429, "You have voted very often today, so this one was not saved. Go on in some minutes."],
	"crowded-network": [
		429,
		"Very many votes came from your network within an hour, so yours was not saved. Try again in a minute.",
	],
	failed: [503, "Your upvote could not be saved. Try again in a minute."],
} as const satisfies Record<string, [status: number, sentence: string]>;

type Refusal = keyof typeof REFUSALS;

/**
 * Casts an upvote or takes it back. The page's script sends JSON (`{ paper, upvoted }`) and gets the paper's new state;
 * a form (`paper`, and optionally `upvoted` and `next`) is led on: to the page of its vote, or to signing in.
 */
export async function POST(request: Request): Promise<Response> {
	const isForm = contentType(request) === "application/x-www-form-urlencoded";
	const refuse = (reason: Refusal) => (isForm ? refuseForm(reason, cameFrom(request) ?? "/") : refuseJson(reason));
	if (!isSameOrigin(request.headers)) return refuse("foreign");
	if (!isForm && contentType(request) !== "application/json") return refuse("other-type");
	try {
		const body = await readBody(request, MAX_BYTES);
		if (body === undefined) return refuse("too-long");
		const answer = await (isForm ? answerForm(request, body) : answerJson(request, body));
		return typeof answer === "string" ? refuse(answer) : answer;
	} catch (error) {
		log.error({ err: error }, "a vote was not saved");
		return refuse("failed");
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
	if (!vote.success) return "no-vote";
	const user = await currentUser(request.headers);
	if (user === undefined) return "signed-out";
	const result = await askForVote(user.id, vote.data.paper, vote.data.upvoted, originOf(request));
	if (!result.ok) return result.reason;
	return Response.json(result.value, { headers: { "Cache-Control": "private, no-store" } });
}

async function answerForm(request: Request, body: string): Promise<Response | Refusal> {
	const vote = voteForm.safeParse(Object.fromEntries(new URLSearchParams(body)));
	if (!vote.success) return "no-vote";
	const { paper, upvoted, next = cameFrom(request) } = vote.data;
	const back = next && (next.includes("#") ? next : `${next}#paper-${paper}`);
	const user = await currentUser(request.headers);
	if (user === undefined) return seeOther(signInPath({ next: back, upvote: upvoted === false ? undefined : paper }));
	const result = await askForVote(user.id, paper, upvoted, originOf(request));
	if (!result.ok) return result.reason;
	return seeOther(`/votes/${paper}${back ? `?next=${encodeURIComponent(back)}` : ""}`);
}

function originOf(request: Request): VoteOrigin {
	return { now: new Date(), address: clientAddress(request.headers) };
}

function refuseJson(reason: Refusal): Response {
	const [status, sentence] = REFUSALS[reason];
	return jsonError(status, sentence, retryAfter(reason));
}

function refuseForm(reason: Refusal, back: string): Response {
	const [status, sentence] = REFUSALS[reason];
	const page = plainPage(status, sentence, back);
	for (const [name, value] of Object.entries(retryAfter(reason))) page.headers.set(name, value);
	return page;
}

function retryAfter(reason: Refusal): Record<string, string> {
	return isVoteLimit(reason) ? { "Retry-After": String(secondsUntilTurn(reason)) } : {};
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
