import "server-only";
import { env } from "../env";
import { describeError } from "../log";
import { type Touched, touchedPaths } from "./touched";

const TIMEOUT_MS = 10_000;

/**
 * Tells the site which pages a run in another process (the worker, a script) has made out of date. Without it a page that
 * nobody has opened for a day would be a day old for the first who does: it is renewed only behind that reader's back.
 * A site that can't be told (it is down, or nobody set CRON_SECRET) is no failure of the run.
 *
 * @returns why the site was not told; undefined if it was, or if there was nothing to tell
 */
export async function revalidateSite(touched: Touched): Promise<string | undefined> {
	const paths = touchedPaths(touched);
	if (paths.length === 0) return undefined;
	const { APP_URL, CRON_SECRET } = env();
	if (CRON_SECRET === undefined) return "CRON_SECRET is not set";
	try {
		const answer = await fetch(new URL("/api/internal/revalidate", APP_URL), {
			method: "POST",
			headers: { Authorization: `Bearer ${CRON_SECRET}`, "Content-Type": "application/json" },
			body: JSON.stringify({ paths }),
			redirect: "error",
			signal: AbortSignal.timeout(TIMEOUT_MS),
		});
		await answer.body?.cancel();
		return answer.ok ? undefined : `the site answered ${answer.status}`;
	} catch (error) {
		return `the site does not answer (${describeError(error).type})`;
	}
}
