import { refuseWithoutCronSecret } from "@/lib/http/cron-secret";
import { jsonError, refuseMethod } from "@/lib/http/json";
import { renewPages } from "@/lib/http/renew-pages";
import { ingestScheduled } from "@/lib/ingest/schedule";
import { touchedPaths } from "@/lib/ingest/touched";
import { log } from "@/lib/log";

/** Seconds that a host which limits requests should allow; a run that is cut off is done again by the next. */
export const maxDuration = 300;

/**
 * Fetches what is due, for hosts without a worker. Vercel's cron sends GET, others POST; both carry `Bearer CRON_SECRET`.
 * `?dryRun=1` counts and changes nothing. Answers with each source's counts; 502 if a source failed, and which days.
 */
async function handle(request: Request): Promise<Response> {
	const refusal = refuseWithoutCronSecret(request.headers);
	if (refusal) return refusal;
	const dryRun = ["1", "true"].includes(new URL(request.url).searchParams.get("dryRun") ?? "");
	try {
		const results = Object.entries(await ingestScheduled({ now: new Date(), dryRun }));
		if (!dryRun) for (const [, { touched }] of results) await renewPages(touchedPaths(touched));
		const body = Object.fromEntries(results.map(([source, { touched: _, ...said }]) => [source, said]));
		const hasFailed = results.some(([, { state }]) => state === "failed");
		if (!dryRun) log[hasFailed ? "warn" : "info"](body, "ingest run");
		const error = hasFailed ? { error: "A source could not be read. The next run asks for the same days again." } : {};
		return Response.json(
			{ ...error, ...body },
			{ status: hasFailed ? 502 : 200, headers: { "Cache-Control": "no-store" } },
		);
	} catch (error) {
		log.error({ err: error }, "ingest run failed");
		return jsonError(503, "The run failed. Run it again: it goes on where it stood.", { "Retry-After": "60" });
	}
}

const refuse = refuseMethod("GET, POST");

export { handle as GET, handle as POST, refuse as DELETE, refuse as PATCH, refuse as PUT };
