import "server-only";
import { type Session, withSession } from "../db/session";
import { describeError } from "../log";
import type { IngestWindow } from "./batches";
import { lockSource } from "./locks";
import { buryDeadRuns, finishRun, type RunOutcome, startRun } from "./runs";
import type { Problem } from "./sources/types";
import { letSampleStepAside } from "./step-aside";
import { nothingTouched, type Touched, touch } from "./touched";
import type { IngestCounts, SourceName } from "./types";

/** A source that fails this often in a row is down: the windows that are left would only wait for it. */
const FAILURES_IN_A_ROW = 2;

/** How many of the items that can't be read are named; the rest is counted. */
const PROBLEMS_NAMED = 20;

export type IngestOptions = {
	now: Date;
	source: SourceName;
	windows: readonly IngestWindow[];
	/** Reads and merges everything, and undoes it: no row is left, not even the run's. */
	dryRun?: boolean;
	/** At most so many papers a window. */
	limit?: number;
	/** Asked once nobody else is at work: whether there is still work, or it was just done by who was. */
	isStillDue?: () => Promise<boolean>;
	signal?: AbortSignal;
	onProgress?: (progress: { window: string; windowsDone: number; counts: IngestCounts }) => void;
};

export type IngestResult = IngestCounts & {
	/** `busy`: another run of this source is at work, or was a moment ago, and nothing was done. */
	state: "done" | "failed" | "busy";
	/** Windows that failed, and why. They are done again by the next run. */
	errors: { window: string; reason: string }[];
	problems: Problem[];
	touched: Touched;
};

/**
 * Takes windows of a source in, one after the other, each under a row of its own. What is written stays written: a window that
 * fails or is cut off halfway is simply done again. A window that fails does not keep the next from being tried.
 *
 * @throws if the database can't be reached; the run's row then says `running` until the next run finds it dead
 */
export async function runIngest(options: IngestOptions): Promise<IngestResult> {
	const result: IngestResult = { ...noCounts(), state: "done", errors: [], problems: [], touched: nothingTouched() };
	const begun = performance.now();
	const clock = () => new Date(options.now.getTime() + Math.round(performance.now() - begun));
	return withSession(async (session) => {
		if (!(await lockSource(session, options.source))) return { ...result, state: "busy" };
		if (options.isStillDue && !(await options.isStillDue())) return { ...result, state: "busy" };
		if (!options.dryRun) await buryDeadRuns(session, options.source, options.now);
		let failures = 0;
		for (const [windowsDone, window] of options.windows.entries()) {
			if (failures === FAILURES_IN_A_ROW) break;
			if (options.signal?.aborted) {
				result.errors.push({ window: window.name, reason: "not begun, as the run was stopped" });
				break;
			}
			const report = (counts: IngestCounts) => options.onProgress?.({ window: window.name, windowsDone, counts });
			const outcome = await runWindow(session, window, { ...options, clock, report }, result);
			failures = outcome.state === "failed" ? failures + 1 : 0;
		}
		// Also when nothing was new: the run before may have died on its way here.
		if (!options.dryRun) touch(result.touched, await letSampleStepAside(session));
		return { ...result, state: result.errors.length > 0 ? "failed" : "done" };
	});
}

async function runWindow(
	session: Session,
	window: IngestWindow,
	options: IngestOptions & { clock: () => Date; report: (counts: IngestCounts) => void },
	result: IngestResult,
): Promise<RunOutcome> {
	const { source, dryRun, limit, clock } = options;
	const name = limit === undefined ? window.name : `${window.name} (first ${limit})`;
	const id = dryRun ? undefined : await startRun(session, source, name, clock());
	const counts = noCounts();
	const named: Problem[] = [];
	let error: string | undefined;
	try {
		for await (const written of window.write(session, options)) {
			count(counts, written);
			named.push(...written.problems.slice(0, PROBLEMS_NAMED - named.length));
			if (!dryRun) touch(result.touched, written);
			options.report(counts);
		}
	} catch (thrown) {
		const { type, code, message } = describeError(thrown);
		error = message ?? [type, code].join(" ").trim();
		result.errors.push({ window: window.name, reason: error });
	}
	count(result, counts);
	result.problems.push(...named.slice(0, PROBLEMS_NAMED - result.problems.length));
	const outcome = {
		state: error === undefined ? ("done" as const) : ("failed" as const),
		counts,
		error: error ?? sayProblems(counts.failed, named),
	};
	if (id !== undefined) await finishRun(session, id, outcome, clock());
	return outcome;
}

function noCounts(): IngestCounts {
	return { seen: 0, new: 0, changed: 0, unchanged: 0, failed: 0 };
}

function count(total: IngestCounts, more: Omit<IngestCounts, "seen">): void {
	for (const key of ["new", "changed", "unchanged", "failed"] as const) {
		total[key] += more[key];
		total.seen += more[key];
	}
}

/** What the row of a run that is done says all the same of items that could not be read. */
function sayProblems(failed: number, named: readonly Problem[]): string | undefined {
	if (failed === 0) return undefined;
	const words = named.map(({ where, reason }) => `${where}: ${reason}`);
	return `${failed} could not be read. ${words.join("; ")}${failed > named.length ? "; …" : ""}`;
}
