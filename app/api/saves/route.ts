import { signInPath } from "@/lib/accounts/intent";
import { currentUser } from "@/lib/accounts/queries";
import { refuseMethod } from "@/lib/http/json";
import { answerPrivately, answerWish, type Refusal, type Refusals, seeOther } from "@/lib/http/wish-route";
import { setSaved, toggleSaved } from "@/lib/library/mutations";
import { saveForm, saveRequest } from "@/lib/library/schemas";
import { LIBRARY_WORDS } from "@/lib/library/words";

const REFUSALS: Refusals = {
	400: "This is not a save. Send a paper's id, and whether it is saved.",
	401: "Sign in to save papers.",
	403: "This did not come from this site, so nothing was saved.",
	404: LIBRARY_WORDS["unknown-paper"],
	409: LIBRARY_WORDS["too-many-saves"],
	413: "This is too long to be a save.",
	415: "Saves are sent as JSON or as a form.",
	503: "The paper could not be saved. Try again in a minute.",
};

const STATUSES = { "unknown-paper": 404, "too-many-saves": 409 } as const;

/**
 * Saves a paper or takes it out of the library. The page's script sends JSON (`{ paper, saved }`) and gets the new state; a form
 * (`paper`, and optionally `saved` and `next`) is led on: to the paper in the library, or to signing in.
 */
export function POST(request: Request): Promise<Response> {
	return answerWish(request, "a save", REFUSALS, {
		json: (body) => answerJson(request, body),
		form: (fields, cameFrom) => answerForm(request, fields, cameFrom),
	});
}

const refuse = refuseMethod("POST");

export { refuse as DELETE, refuse as GET, refuse as OPTIONS, refuse as PATCH, refuse as PUT };

async function answerJson(request: Request, body: unknown): Promise<Response | Refusal> {
	const asked = saveRequest.safeParse(body);
	if (!asked.success) return 400;
	const user = await currentUser(request.headers);
	if (user === undefined) return 401;
	const result = await setSaved(user.id, asked.data.paper, asked.data.saved);
	return result.ok ? answerPrivately(result.value) : STATUSES[result.reason];
}

async function answerForm(
	request: Request,
	fields: Record<string, string>,
	cameFrom: string | undefined,
): Promise<Response | Refusal> {
	const asked = saveForm.safeParse(fields);
	if (!asked.success) return 400;
	const { paper, saved, next = cameFrom } = asked.data;
	const back = next && (next.includes("#") ? next : `${next}#paper-${paper}`);
	const place = `/library/papers/${paper}${back ? `?next=${encodeURIComponent(back)}` : ""}`;
	const user = await currentUser(request.headers);
	// The wish is not carried along, but the page that they come back to has the button for it.
	if (user === undefined) return seeOther(signInPath({ next: place }));
	const result = await (saved === undefined ? toggleSaved(user.id, paper) : setSaved(user.id, paper, saved));
	return result.ok ? seeOther(place) : STATUSES[result.reason];
}
