import { runChannels } from "@/lib/channels/run";
import { runDigest } from "@/lib/digest/run";
import { refuseWithoutCronSecret } from "@/lib/http/cron-secret";
import { jsonError, refuseMethod } from "@/lib/http/json";
import { log } from "@/lib/log";

/** Seconds that a host which limits requests should allow; a run that is cut off is resumed by the next. */
export const maxDuration = 300;

/**
 * Runs the digest for hosts without a worker. Vercel's cron sends GET, others POST; both carry `Bearer CRON_SECRET`.
 * `?dryRun=1` counts mails and changes nothing. Answers with the counts of the run: mails, and posts to channels.
 */
async function handle(request: Request): Promise<Response> {
	const refusal = refuseWithoutCronSecret(request.headers);
	if (refusal) return refusal;
	const dryRun = ["1", "true"].includes(new URL(request.url).searchParams.get("dryRun") ?? "");
	try {
		const now = new Date();
		const mails = await runDigest({ now, dryRun });
		const counts = dryRun ? mails : { ...mails, channels: await runChannels({ now }) };
		if (!dryRun) log.info(counts, "digest run");
		return Response.json(counts, { headers: { "Cache-Control": "no-store" } });
	} catch (error) {
		log.error({ err: error }, "digest run failed");
		return jsonError(503, "The run failed. Run it again: nothing is sent twice.", { "Retry-After": "60" });
	}
}

const refuse = refuseMethod("GET, POST");

export { handle as GET, handle as POST, refuse as DELETE, refuse as PATCH, refuse as PUT };
