import "server-only";
import { z } from "zod";
import { inTransaction, type Session } from "../db/session";
import type { UtcDate } from "../time";
import { lockBatches } from "./upsert";

/**
 * Takes the sample edition away once a real source lists papers; does nothing before that, or when it is gone.
 *
 * What only the sample knows is deleted, and with it authors and organisations that nothing else names. A paper that somebody
 * here has upvoted, saved or commented on stays, and one that a curator has moved, and whom or what somebody follows: all are
 * somebody's will. It keeps its day, and loses the made-up
 * counts, as does one that a real source has described without knowing counts. The edition goes, or, if a paper or a digest
 * stands on it, loses its mark.
 *
 * @returns the papers and days whose pages this made out of date
 */
export async function letSampleStepAside(session: Session): Promise<{ papers: string[]; days: UtcDate[] }> {
	const { rows } = await session.query(IS_TIME);
	if (rows.length === 0) return { papers: [], days: [] };
	return inTransaction(session, async () => {
		await lockBatches(session);
		// `local_upvotes` is looked at again when a vote under way has made us wait for its paper.
		const deleted = await session.query(DELETE_PAPERS);
		const kept = await session.query(FORGET_COUNTS);
		await session.query(DELETE_AUTHORS);
		await session.query(DELETE_ORGANIZATIONS);
		const unmarked = await session.query(UNMARK_EDITIONS);
		const days = z
			.array(z.object({ day: z.string() }))
			.parse(unmarked.rows)
			.map(({ day }) => day as UtcDate);
		await session.query(DELETE_EDITIONS, [days]);
		const papers = z.array(z.object({ id: z.string() })).parse([...deleted.rows, ...kept.rows]);
		return { papers: papers.map(({ id }) => id), days };
	});
}

const IS_TIME = `
	SELECT FROM editions WHERE is_sample
	AND EXISTS (SELECT FROM papers WHERE listed_by IN ('huggingface', 'arxiv', 'file')) LIMIT 1`;

const DELETE_PAPERS = `
	DELETE FROM papers
	WHERE described_by = 'sample' AND listed_by = 'sample' AND local_upvotes = 0 AND import_source = 'sample'
	AND NOT EXISTS (SELECT FROM saves WHERE paper_id = papers.id)
	AND NOT EXISTS (SELECT FROM comments WHERE paper_id = papers.id) RETURNING id`;

const FORGET_COUNTS = `
	UPDATE papers SET imported_upvotes = 0, imported_comments = 0, import_source = NULL
	WHERE import_source = 'sample' RETURNING id`;

const DELETE_AUTHORS = `
	DELETE FROM authors WHERE NOT EXISTS (SELECT FROM paper_authors WHERE author_id = authors.id)
	AND NOT EXISTS (SELECT FROM follows WHERE author_id = authors.id)
	AND NOT EXISTS (SELECT FROM author_claims WHERE author_id = authors.id)`;

const DELETE_ORGANIZATIONS = `
	DELETE FROM organizations WHERE NOT EXISTS (SELECT FROM papers WHERE organization_id = organizations.id)
	AND NOT EXISTS (SELECT FROM follows WHERE organization_id = organizations.id)`;

const UNMARK_EDITIONS = "UPDATE editions SET is_sample = false WHERE is_sample RETURNING date::text AS day";

const DELETE_EDITIONS = `
	DELETE FROM editions WHERE date = ANY($1::date[]) AND NOT EXISTS (SELECT FROM papers WHERE edition_date = date)
	AND NOT EXISTS (SELECT FROM digests WHERE digests.date = editions.date)`;
