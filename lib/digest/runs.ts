import "server-only";
import { db } from "../db/client";
import { countWaiting } from "./queries";
import type { DigestCounts } from "./types";

/** Runs tell how the mail is doing; after a quarter they tell nobody anything. */
const KEPT_DAYS = 90;

/** Why a run ends while a curator has stopped the digests. */
export const STOPPED = "a curator has stopped the digests";

const FAILED = "the run failed: the log says why";

/** What of a run is written down. */
type RunRecord = Omit<DigestCounts, "edition"> & { startedAt: Date; endedAt: Date; pausedBecause: string | null };

/** Whether a curator has stopped the digests. Asked before each batch. */
export async function isStopped(): Promise<boolean> {
	return (await db().digestStop.count()) > 0;
}

/** Writes down a run that did something, or by which mail came to be held or is held no more. */
export async function recordRun(run: RunRecord): Promise<void> {
	const { planned, submitted, rejected, skipped, unknown } = run;
	if (planned + submitted + rejected + skipped + unknown === 0) {
		const last = await db().digestRun.findFirst({ orderBy: { endedAt: "desc" }, select: { pausedBecause: true } });
		if ((last?.pausedBecause ?? null) === run.pausedBecause) return;
	}
	await db().digestRun.create({ data: run });
	await db().$executeRaw`DELETE FROM digest_runs WHERE ended_at < now() - make_interval(days => ${KEPT_DAYS}::int)`;
}

/** Writes down that a run threw. What it had done until then stands in the ledger of deliveries. */
export async function recordFailure(startedAt: Date): Promise<void> {
	const nothing = { planned: 0, submitted: 0, rejected: 0, skipped: 0, unknown: 0 };
	const waiting = await countWaiting();
	await recordRun({ ...nothing, waiting, pausedBecause: FAILED, startedAt, endedAt: new Date() });
}
