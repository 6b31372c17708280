import { clearHintLine } from "@/lib/accounts/cookies";
import { hasHint } from "@/lib/accounts/hint-cookie";
import { currentUser, isCurator } from "@/lib/accounts/queries";
import type { CurrentUser } from "@/lib/accounts/types";
import { jsonError, refuseMethod } from "@/lib/http/json";
import { keptAmong } from "@/lib/library/queries";
import { log } from "@/lib/log";
import type { PaperId } from "@/lib/papers/ids";
import { NOBODY } from "@/lib/votes/nobody";
import { votedAmong } from "@/lib/votes/queries";
import { PAPERS_MAX, parsePaperIds } from "@/lib/votes/schemas";
import type { MeAnswer } from "@/lib/votes/types";

/** Whether somebody is signed in, and how the papers of the page (`?papers=id,id,…`) stand with them: all that is not the same for everybody. */
export async function GET(request: Request): Promise<Response> {
	const papers = parsePaperIds(new URL(request.url).searchParams.get("papers"));
	if (papers === undefined) return jsonError(400, `Ask for at most ${PAPERS_MAX} papers at once.`);
	try {
		const user = await currentUser(request.headers);
		return user ? answer(await describe(user, papers)) : answer(NOBODY, staleHint(request));
	} catch (error) {
		log.error({ err: error }, "a viewer was not looked up");
		return jsonError(503, "Your upvotes could not be looked up. Try again in a minute.");
	}
}

async function describe({ id: userId, handle }: CurrentUser, papers: PaperId[]): Promise<MeAnswer> {
	const [votes, mayCurate, kept] = await Promise.all([
		votedAmong(userId, papers),
		isCurator(userId),
		keptAmong(userId, papers),
	]);
	const states = [...votes];
	return {
		signedIn: true,
		handle: handle ?? null,
		isCurator: mayCurate,
		upvoted: states.filter(([, state]) => state.upvoted).map(([id]) => id),
		counts: Object.fromEntries(states.map(([id, { upvoted: _, ...counts }]) => [id, counts])),
		...kept,
	};
}

const refuseOthers = refuseMethod("GET, HEAD");

export {
	refuseOthers as DELETE,
	refuseOthers as OPTIONS,
	refuseOthers as PATCH,
	refuseOthers as POST,
	refuseOthers as PUT,
};

/** A hint that outlived its session would make every page ask again. */
function staleHint(request: Request): HeadersInit {
	return hasHint(request.headers.get("cookie") ?? "") ? { "Set-Cookie": clearHintLine() } : {};
}

function answer(body: MeAnswer, headers?: HeadersInit): Response {
	return Response.json(body, { headers: { "Cache-Control": "private, no-store", ...headers } });
}
