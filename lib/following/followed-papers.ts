import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import { PAGE_SIZE } from "../feed/views";
import { type PaperId, parsePaperId } from "../papers/ids";
import { listSummariesOf } from "../papers/queries";
import { listSearchPapers } from "./searches";
import type { Followed, FollowedPaper } from "./types";

/** Papers that are looked through one by one: some weeks of a busy list. */
const RECENT_PAPERS = 1000;

/** One more than a page shows, which tells whether another follows. */
type Part = { limit: number; offset: number };

/** One page of the papers of what somebody follows, those listed last first, each once. */
export async function readFollowedPapers(
	userId: string,
	page: number,
): Promise<{ papers: FollowedPaper[]; hasMore: boolean }> {
	const part = { limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE };
	const searches = await runSearches(userId, part);
	const ids = await listFollowedIds(
		userId,
		searches.flatMap(({ found }) => found),
		part,
	);
	const shown = ids.slice(0, PAGE_SIZE);
	const [papers, reasons] = await Promise.all([listSummariesOf(shown), listReasons(userId, shown)]);
	const whyFound = (id: PaperId) => searches.flatMap(({ found, ...search }) => (found.includes(id) ? [search] : []));
	return {
		papers: papers.map((paper) => ({ paper, why: [...(reasons.get(paper.id) ?? []), ...whyFound(paper.id)] })),
		hasMore: ids.length > PAGE_SIZE,
	};
}

/** Of each search that somebody follows, as many of its newest papers as can stand up to a page's end. */
async function runSearches(userId: string, { limit, offset }: Part): Promise<(Followed & { found: PaperId[] })[]> {
	const follows = await db().follow.findMany({
		where: { userId, search: { not: null } },
		orderBy: { search: "asc" },
		select: { search: true },
	});
	const searches: (Followed & { found: PaperId[] })[] = [];
	// One after the other: one reader is worth one connection to the database.
	for (const search of follows.flatMap((follow) => follow.search ?? [])) {
		const found = await listSearchPapers(search, offset + limit);
		searches.push({ kind: "search", name: search, slug: search, found });
	}
	return searches;
}

/** @param found by searches */
async function listFollowedIds(userId: string, found: PaperId[], part: Part): Promise<PaperId[]> {
	const recent = await listAmongRecent(userId, found, part);
	// Whoever follows what many papers are about finds a page of them among the newest; for all others, all of them are few.
	return recent.length === part.limit ? recent : listAmongAll(userId, found, part);
}

/** Looks through the papers that were listed last. */
async function listAmongRecent(userId: string, found: PaperId[], { limit, offset }: Part): Promise<PaperId[]> {
	const rows = await db().$queryRaw`
		SELECT id FROM (
			SELECT id, organization_id, listed_at FROM papers WHERE hidden_at IS NULL AND edition_date IS NOT NULL
			ORDER BY listed_at DESC, id LIMIT ${RECENT_PAPERS}
		) AS recent
		WHERE EXISTS (SELECT FROM follows f WHERE f.user_id = ${userId} AND f.organization_id = recent.organization_id)
			OR id = ANY(${found})
			OR EXISTS (SELECT FROM paper_authors JOIN follows f USING (author_id) WHERE paper_id = recent.id AND f.user_id = ${userId})
			OR EXISTS (SELECT FROM paper_topics JOIN follows f USING (topic_id) WHERE paper_id = recent.id AND f.user_id = ${userId})
		ORDER BY listed_at DESC, id LIMIT ${limit} OFFSET ${offset}`;
	return toIds(rows);
}

/** Gathers all papers of each that is followed. */
async function listAmongAll(userId: string, found: PaperId[], { limit, offset }: Part): Promise<PaperId[]> {
	const rows = await db().$queryRaw`
		WITH mine AS (SELECT author_id, organization_id, topic_id FROM follows WHERE user_id = ${userId}),
		found AS (
			SELECT paper_id AS id FROM mine JOIN paper_authors USING (author_id)
			UNION SELECT id FROM mine JOIN papers USING (organization_id)
			UNION SELECT paper_id FROM mine JOIN paper_topics USING (topic_id)
			UNION SELECT unnest(${found}::text[])
		)
		SELECT id FROM found JOIN papers USING (id) WHERE hidden_at IS NULL AND edition_date IS NOT NULL
		ORDER BY listed_at DESC, id LIMIT ${limit} OFFSET ${offset}`;
	return toIds(rows);
}

const idRows = z.array(z.object({ id: z.string() }));

/** An id that no page can have has none to link to. */
function toIds(rows: unknown): PaperId[] {
	return idRows.parse(rows).flatMap(({ id }) => parsePaperId(id) ?? []);
}

const reasonRows = z.array(
	z.object({ id: z.string(), kind: z.enum(["author", "org", "topic"]), name: z.string(), slug: z.string() }),
);

/** Of whom and what that somebody follows papers are, by paper. */
async function listReasons(userId: string, ids: PaperId[]): Promise<Map<string, Followed[]>> {
	const rows = await db().$queryRaw`
		WITH mine AS (SELECT author_id, organization_id, topic_id FROM follows WHERE user_id = ${userId})
		SELECT DISTINCT pa.paper_id AS id, 'author' AS kind, a.name, a.slug
		FROM mine JOIN paper_authors pa USING (author_id) JOIN authors a ON a.id = author_id WHERE pa.paper_id = ANY(${ids})
		UNION ALL
		SELECT p.id, 'org', o.name, o.slug
		FROM mine JOIN papers p USING (organization_id) JOIN organizations o ON o.id = organization_id WHERE p.id = ANY(${ids})
		UNION ALL
		SELECT pt.paper_id, 'topic', t.name, t.slug
		FROM mine JOIN paper_topics pt USING (topic_id) JOIN topics t ON t.id = topic_id WHERE pt.paper_id = ANY(${ids})
		ORDER BY kind, name`;
	const reasons = new Map<string, Followed[]>();
	for (const { id, ...reason } of reasonRows.parse(rows)) reasons.set(id, [...(reasons.get(id) ?? []), reason]);
	return reasons;
}
