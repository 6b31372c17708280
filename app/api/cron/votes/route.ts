import { refuseWithoutCronSecret } from "@/lib/http/cron-secret";
import { jsonError, refuseMethod } from "@/lib/http/json";
import { log } from "@/lib/log";
import { ageVotes } from "@/lib/votes/age-votes";

/** As many as are counted in some seconds; the next run goes on. */
const VOTES_A_RUN = 5000;

/**
 * Lets votes age, for hosts without a worker. Vercel's cron sends GET, others POST; both carry `Bearer CRON_SECRET`. Answers with
 * how many count now, and how many networks were forgotten.
 */
async function handle(request: Request): Promise<Response> {
	const refusal = refuseWithoutCronSecret(request.headers);
	if (refusal) return refusal;
	try {
		const counts = await ageVotes({ now: new Date(), limit: VOTES_A_RUN });
		return Response.json(counts, { headers: { "Cache-Control": "no-store" } });
	} catch (error) {
		log.error({ err: error }, "votes did not age");
		return jsonError(503, "The run failed. Run it again: it goes on where it stood.", { "Retry-After": "60" });
	}
}

const refuse = refuseMethod("GET, POST");

export { handle as GET, handle as POST, refuse as DELETE, refuse as PATCH, refuse as PUT };
