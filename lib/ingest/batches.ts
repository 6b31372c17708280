import "server-only";
import { z } from "zod";
import type { Session } from "../db/session";
import type { Problem, SourcePage } from "./sources/types";
import type { IngestedPaper, SourceName } from "./types";
import { type UpsertOutcome, upsertPapers } from "./upsert";

/** What a run does as one: a day, a list of ids, a file. */
export type IngestWindow = {
	/** Says in the run's row what was asked for, the same at each run: `2026-06-01`. */
	name: string;
	/** Reads the source and writes what it gives, a batch at a time. */
	write(session: Session, options: WriteOptions): AsyncIterable<Written>;
};

type WriteOptions = { source: SourceName; now: Date; dryRun?: boolean; limit?: number; signal?: AbortSignal };

/** What became of a batch. `failed` could not be read or stored; the first of them are told in `problems`. */
export type Written = UpsertOutcome & { failed: number; problems: Problem[] };

/** Large enough that a statement's own cost does not count, small enough to stay a few MB. */
const BATCH_PAPERS = 500;

/** SQLSTATE classes that tell of the data, not of the database: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const DATA_EXCEPTION = /^(22|23)/;

/** A window of papers, which `read` gives page by page. */
export function papersWindow(
	name: string,
	read: (options: { signal?: AbortSignal }) => AsyncIterable<SourcePage>,
): IngestWindow {
	return {
		name,
		async *write(session, options) {
			const pages = read(options.signal ? { signal: options.signal } : {});
			for await (const { papers, problems, failed } of inBatches(pages, options.limit)) {
				options.signal?.throwIfAborted();
				const refused: Problem[] = [];
				const outcome = await writeBatch(session, papers, options, refused);
				yield { ...outcome, failed: failed + refused.length, problems: [...problems, ...refused] };
			}
		},
	};
}

/** The papers of a source's pages in batches. If the source fails, what it gave until then comes before its error. */
async function* inBatches(
	pages: AsyncIterable<SourcePage>,
	limit = Number.POSITIVE_INFINITY,
): AsyncGenerator<SourcePage> {
	let batch = emptyPage();
	let left = limit;
	let failure: unknown;
	try {
		for await (const { papers, problems, failed } of pages) {
			batch.problems.push(...problems);
			batch.failed += failed;
			for (const paper of papers.slice(0, left)) {
				if (batch.papers.push(paper) < BATCH_PAPERS) continue;
				yield batch;
				batch = emptyPage();
			}
			left -= papers.length;
			if (left <= 0) break;
		}
	} catch (error) {
		failure = error;
	}
	if (batch.papers.length + batch.failed > 0) yield batch;
	if (failure !== undefined) throw failure;
}

/**
 * Writes a batch. What the database refuses for what is in it (a count beyond an integer, a character that it can't hold) is
 * narrowed down to the papers that are at fault, and all the others are written: one such paper must not hold up a day for ever.
 *
 * @param problems gets a line for each paper that was refused
 */
async function writeBatch(
	session: Session,
	papers: readonly IngestedPaper[],
	options: WriteOptions,
	problems: Problem[],
): Promise<UpsertOutcome> {
	try {
		return await upsertPapers(session, papers, options);
	} catch (error) {
		const refusal = databaseError.safeParse(error);
		if (!refusal.success || !DATA_EXCEPTION.test(refusal.data.code)) throw error;
		const [only, ...others] = papers;
		if (only === undefined) throw error;
		if (others.length === 0) {
			problems.push({ where: only.id, reason: `the database refuses it: ${refusal.data.message}` });
			return { new: 0, changed: 0, unchanged: 0, papers: [], days: [] };
		}
		const middle = papers.length >> 1;
		const first = await writeBatch(session, papers.slice(0, middle), options, problems);
		const second = await writeBatch(session, papers.slice(middle), options, problems);
		return {
			new: first.new + second.new,
			changed: first.changed + second.changed,
			unchanged: first.unchanged + second.unchanged,
			papers: [...first.papers, ...second.papers],
			days: [...first.days, ...second.days],
		};
	}
}

function emptyPage(): SourcePage {
	return { papers: [], problems: [], failed: 0 };
}

const databaseError = z.object({ code: z.string(), message: z.string() });
