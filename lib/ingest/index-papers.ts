import "server-only";
import { z } from "zod";
import { inTransaction, type Session, withSession } from "../db/session";
import { topicsOf } from "../papers/topics";
import * as sql from "./index-sql";
import { writeSearch } from "./search-sql";
import { lockBatches } from "./upsert";

const BATCH = 500;

/** Ids given back at most: from there on, callers let all pages renew themselves (touched.ts). */
const PAPERS_TOLD = 1000;

/**
 * Derives topics, terms and what searches find of the papers that are new, or changed since they were last indexed, batch by batch.
 * Each batch is one transaction, in turns with others who write papers: a job that died goes on where it stopped, and two at once
 * share the work.
 *
 * @param options.limit papers at most
 * @param options.signal ends it after the batch under way
 * @returns how many were indexed, and the ids of the first thousand: their pages show other topics and similar papers now
 * @throws the database's error; batches that are done stay
 */
export async function indexPapers(options: {
	now: Date;
	limit?: number;
	signal?: AbortSignal;
}): Promise<{ indexed: number; papers: string[] }> {
	const { now, limit = Number.POSITIVE_INFINITY, signal } = options;
	const done = { indexed: 0, papers: [] as string[] };
	return withSession(async (session) => {
		if ((await session.query(sql.FIND_STALE)).rows.length === 0) return done;
		await renewCounts(session, now);
		let last = "";
		while (done.indexed < limit && !signal?.aborted) {
			const size = Math.min(BATCH, limit - done.indexed);
			const batch = await inTransaction(session, () => indexBatch(session, last, size));
			done.indexed += batch.length;
			done.papers.push(...batch.slice(0, PAPERS_TOLD - done.papers.length));
			if (batch.length < size) break;
			last = batch.at(-1) ?? last;
		}
		return done;
	});
}

/** @returns the papers' ids, in order */
async function indexBatch(session: Session, after: string, size: number): Promise<string[]> {
	await lockBatches(session);
	const { rows } = await session.query(sql.LOCK_STALE, [after, size]);
	const stale = z.array(stalePaper).parse(rows);
	const ids = stale.map(({ id }) => id);
	if (ids.length === 0) return ids;
	await writeTopics(session, stale);
	await session.query(sql.DELETE_PAPER_TERMS, [ids]);
	await session.query(sql.INSERT_PAPER_TERMS, [ids]);
	await writeSearch(session, ids);
	await session.query(sql.MARK_INDEXED, [ids]);
	return ids;
}

async function writeTopics(session: Session, papers: readonly StalePaper[]): Promise<void> {
	const given = papers.flatMap((paper) =>
		topicsOf(paper).map((topic, position) => ({ paper: paper.id, position, ...topic })),
	);
	const values = [JSON.stringify(given)];
	const { rows } = await session.query(sql.DELETE_PAPER_TOPICS, [papers.map(({ id }) => id)]);
	await session.query(sql.INSERT_TOPICS, values);
	await session.query(sql.INSERT_PAPER_TOPICS, values);
	const left = z.array(z.object({ topicId: z.int() })).parse(rows);
	await session.query(sql.DELETE_LEFT_TOPICS, [left.map(({ topicId }) => topicId)]);
}

/** Counts anew in how many papers each word stands, if that is due. Others write papers while it counts. */
async function renewCounts(session: Session, now: Date): Promise<void> {
	const { rows } = await session.query(sql.READ_COUNT_STATE, [now]);
	const { isDue, hasDoubled } = countState.parse(rows[0]);
	if (!isDue) return;
	await inTransaction(session, async () => {
		await session.query(sql.COUNT_TERMS);
		await lockBatches(session);
		await session.query(sql.DELETE_TERM_COUNTS);
		await session.query(sql.INSERT_TERM_COUNTS, [now]);
		if (hasDoubled) await session.query(sql.FORGET_INDEXED);
	});
}

const stalePaper = z.object({ id: z.string(), categories: z.array(z.string()), keywords: z.array(z.string()) });
type StalePaper = z.infer<typeof stalePaper>;

const countState = z.object({ isDue: z.boolean(), hasDoubled: z.boolean() });
