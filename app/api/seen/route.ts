import { currentUser } from "@/lib/accounts/queries";
import { refuseMethod } from "@/lib/http/json";
import { answerWish, type Refusal, type Refusals } from "@/lib/http/wish-route";
import { seenRequest } from "@/lib/library/schemas";
import { markSeen } from "@/lib/library/seen";

const REFUSALS: Refusals = {
	400: "Send the ids of up to 100 papers.",
	401: "Sign in to have it kept which papers you have seen.",
	403: "This did not come from this site, so nothing was kept.",
	404: "There is no such paper here.",
	409: "This can't be kept.",
	413: "This is too long.",
	415: "What was seen is sent as JSON.",
	503: "This could not be kept. Try again in a minute.",
};

/** Keeps which papers (`{ papers: […] }`) the viewer has seen, if they have asked for it. */
export function POST(request: Request): Promise<Response> {
	return answerWish(request, "what was seen", REFUSALS, {
		json: (body) => answer(request, body),
		form: async () => 415,
	});
}

const refuse = refuseMethod("POST");

export { refuse as DELETE, refuse as GET, refuse as OPTIONS, refuse as PATCH, refuse as PUT };

async function answer(request: Request, body: unknown): Promise<Response | Refusal> {
	const asked = seenRequest.safeParse(body);
	if (!asked.success) return 400;
	const user = await currentUser(request.headers);
	if (user === undefined) return 401;
	await markSeen(user.id, asked.data.papers);
	return new Response(null, { status: 204, headers: { "Cache-Control": "private, no-store" } });
}
