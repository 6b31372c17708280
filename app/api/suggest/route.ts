import { z } from "zod";
import { jsonError, refuseMethod } from "@/lib/http/json";
import { orUnavailable } from "@/lib/http/text";
import { readSuggestions } from "@/lib/search/page-queries";

/** In characters: longer than anything that is typed to be looked at while typing. */
const MAX_TEXT = 500;

const text = z.string().max(MAX_TEXT);

/** What somebody may be about to type is worth asking again in a minute. */
const CACHING = "public, max-age=60";

/** For the site's own search field: what begins like `?q=`, each with the page it leads to. */
export async function GET(request: Request): Promise<Response> {
	const asked = text.safeParse(new URL(request.url).searchParams.get("q"));
	if (!asked.success)
		return jsonError(400, `This needs q, the beginning of a search, of at most ${MAX_TEXT} characters.`);
	return orUnavailable("suggestions", async () =>
		Response.json(await readSuggestions(asked.data), { headers: { "Cache-Control": CACHING } }),
	);
}

const refuse = refuseMethod("GET, HEAD");

export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT };
