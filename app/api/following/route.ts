import { signInPath } from "@/lib/accounts/intent";
import { currentUser } from "@/lib/accounts/queries";
import { setFollowed, toggleFollowed } from "@/lib/following/mutations";
import { findFollowState } from "@/lib/following/queries";
import { followForm, followRequest, followTarget } from "@/lib/following/schemas";
import { FOLLOW_WORDS } from "@/lib/following/words";
import { jsonError, refuseMethod } from "@/lib/http/json";
import { answerPrivately, answerWish, type Refusal, type Refusals, seeOther } from "@/lib/http/wish-route";
import { log } from "@/lib/log";

const REFUSALS: Refusals = {
	400: "This is nothing to follow. Send a kind (author, org, topic or search), a slug, and whether it is followed.",
	401: "Sign in to follow.",
	403: "This did not come from this site, so nothing was changed.",
	404: FOLLOW_WORDS["nothing-there"],
	409: FOLLOW_WORDS["too-many"],
	413: "This is too long.",
	415: "What to follow is sent as JSON or as a form.",
	503: "This could not be saved. Try again in a minute.",
};

const STATUSES = { "nothing-there": 404, "too-many": 409 } as const;

/** Whether the viewer follows something (`?kind=author&slug=ada-lovelace`). */
export async function GET(request: Request): Promise<Response> {
	const target = followTarget.safeParse(Object.fromEntries(new URL(request.url).searchParams));
	if (!target.success) return jsonError(400, REFUSALS[400]);
	try {
		const user = await currentUser(request.headers);
		if (user === undefined) return jsonError(401, REFUSALS[401]);
		const state = await findFollowState(user.id, target.data);
		return state ? answerPrivately({ followed: state.followed }) : jsonError(404, REFUSALS[404]);
	} catch (error) {
		log.error({ err: error }, "what a viewer follows was not looked up");
		return jsonError(503, "This could not be looked up. Try again in a minute.");
	}
}

/**
 * Follows or no longer. The page's script sends JSON (`{ kind, slug, followed }`) and gets the new state; a form (`kind`, `slug`,
 * and optionally `followed` and `next`) is led on: to where it is seen, or to signing in.
 */
export function POST(request: Request): Promise<Response> {
	return answerWish(request, "a follow", REFUSALS, {
		json: (body) => answerJson(request, body),
		form: (fields, cameFrom) => answerForm(request, fields, cameFrom),
	});
}

const refuse = refuseMethod("GET, POST");

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as PUT };

async function answerJson(request: Request, body: unknown): Promise<Response | Refusal> {
	const asked = followRequest.safeParse(body);
	if (!asked.success) return 400;
	const user = await currentUser(request.headers);
	if (user === undefined) return 401;
	const result = await setFollowed(user.id, asked.data, asked.data.followed);
	return result.ok ? answerPrivately(result.value) : STATUSES[result.reason];
}

async function answerForm(
	request: Request,
	fields: Record<string, string>,
	cameFrom: string | undefined,
): Promise<Response | Refusal> {
	const asked = followForm.safeParse(fields);
	if (!asked.success) return 400;
	const { kind, slug, followed, next = cameFrom } = asked.data;
	const place = `/following/subject?${new URLSearchParams({ kind, slug, ...(next && { next }) })}`;
	const user = await currentUser(request.headers);
	// The wish is not carried along, but the page that they come back to has the button for it.
	if (user === undefined) return seeOther(signInPath({ next: place }));
	const result = await (followed === undefined
		? toggleFollowed(user.id, asked.data)
		: setFollowed(user.id, asked.data, followed));
	if (!result.ok) return STATUSES[result.reason];
	// The page of what one follows shows it by itself.
	return seeOther(next?.split(/[?#]/)[0]?.startsWith("/following") ? next : place);
}
