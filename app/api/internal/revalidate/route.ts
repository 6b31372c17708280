import { z } from "zod";
import { readBody } from "@/lib/http/body";
import { refuseWithoutCronSecret } from "@/lib/http/cron-secret";
import { jsonError, refuseMethod } from "@/lib/http/json";
import { dropPages } from "@/lib/http/renew-pages";

const BODY_MAX_BYTES = 256 * 1024;

/** Pages that are the same for everybody, and their routes' patterns: only these are cached. */
const PUBLIC_PAGE = /^\/(papers|authors|orgs|topics|indexes)\//;

const pages = z.object({
	paths: z.union([z.literal("everything"), z.array(z.string().regex(PUBLIC_PAGE).max(200)).max(2000)]),
});

/**
 * Has this process render pages anew at their next request: how scripts/site/renewals.mjs, which stands outside of any, drops
 * them. The secret is the proof of who asks, as with the cron routes.
 */
export async function POST(request: Request): Promise<Response> {
	const refusal = refuseWithoutCronSecret(request.headers);
	if (refusal) return refusal;
	const asked = pages.safeParse(parseJson(await readBody(request, BODY_MAX_BYTES)));
	if (!asked.success)
		return jsonError(400, 'This needs a JSON body {"paths": ["/papers/…"]}, or "everything" for paths.');
	dropPages(asked.data.paths);
	return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
}

function parseJson(text: string | undefined): unknown {
	try {
		return JSON.parse(text ?? "");
	} catch {
		return undefined;
	}
}

const refuse = refuseMethod("POST");

export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT };
