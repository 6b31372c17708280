import { restOf, toCardPaper } from "@/components/papers/card-paper";
import { SHARED_CACHING } from "@/lib/http/caching";
import { jsonError, refuseMethod } from "@/lib/http/json";
import { orUnavailable } from "@/lib/http/text";
import { parsePaperId } from "@/lib/papers/ids";
import { listSummariesOf } from "@/lib/papers/queries";

type Context = { params: Promise<{ id: string[] }> };

/** For the site's own lists: what the card of a paper leaves out in a long one. Old arXiv ids hold a slash. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
	const id = parsePaperId((await params).id.join("/"));
	return orUnavailable("a card", async () => {
		const [paper] = id ? await listSummariesOf([id]) : [];
		if (paper === undefined) return jsonError(404, "There is no such paper on a list.");
		return Response.json(restOf(toCardPaper(paper)), { headers: { "Cache-Control": SHARED_CACHING } });
	});
}

const refuse = refuseMethod("GET, HEAD");

export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT };
