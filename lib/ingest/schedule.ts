import "server-only";
import { noteRenewal } from "../db/page-renewals";
import { log } from "../log";
import { addDays, utcDateOf } from "../time";
import { dueDays, isIngestDue } from "./due";
import { indexPapers } from "./index-papers";
import { findLastRun, findUndescribed, readDayWindows } from "./queries";
import { type IngestResult, runIngest } from "./run";
import { touchedPaths } from "./touched";
import { arxivIds, huggingFaceDays } from "./windows";

/** How far back a listed paper is looked up at arXiv, and how many at a time: at one request each 3 s, a few seconds. */
const DESCRIBED_FOR_DAYS = 7;
const DESCRIBED_AT_ONCE = 300;

export type Scheduled = { huggingface: IngestResult; arxiv?: IngestResult };

type Options = {
	now: Date;
	dryRun?: boolean;
	limit?: number;
	signal?: AbortSignal;
	isStillDue?: () => Promise<boolean>;
};

/**
 * What happens each hour: the lists that are due from Hugging Face, then from arXiv what it knows best of the papers on them.
 * Two at once, or one while another runs, do the work once.
 *
 * @throws if the database fails; running again goes on where it stood
 */
export async function ingestScheduled({ isStillDue, ...options }: Options): Promise<Scheduled> {
	const days = dueDays(options.now, await readDayWindows("huggingface", options.now));
	const lists = { source: "huggingface", windows: huggingFaceDays(days), ...(isStillDue && { isStillDue }) } as const;
	const huggingface = await runIngest({ ...options, ...lists });
	// Whoever is at work does the rest too.
	if (huggingface.state === "busy") return { huggingface };
	const since = addDays(utcDateOf(options.now), -DESCRIBED_FOR_DAYS);
	const ids = await findUndescribed(since, DESCRIBED_AT_ONCE);
	const windows = [arxivIds(`papers listed since ${since}`, ids)];
	const isOver = ids.length === 0 || options.signal?.aborted;
	const arxiv = isOver ? undefined : await runIngest({ ...options, source: "arxiv", windows });
	// Before pages are made anew: they show topics and similar papers. The runs have told which pages these are.
	if (!options.dryRun) await indexPapers({ now: options.now, ...(options.signal && { signal: options.signal }) });
	return { huggingface, ...(arxiv && { arxiv }) };
}

/**
 * The worker's: {@link ingestScheduled} if an hour has passed since the last run, or some minutes since one that failed. Cheap
 * to ask at every minute.
 *
 * @returns undefined if it is not due
 */
export async function ingestIfDue(now: Date, signal: AbortSignal): Promise<Scheduled | undefined> {
	const isStillDue = async () => isIngestDue(now, await findLastRun("huggingface"));
	if (!(await isStillDue())) return undefined;
	const results = await ingestScheduled({ now, signal, isStillDue });
	for (const [source, { touched, ...said }] of Object.entries(results)) {
		log[said.state === "failed" ? "warn" : "info"]({ source, ...said }, "ingest run");
		await noteRenewal(touchedPaths(touched));
	}
	return results;
}
