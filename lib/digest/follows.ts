import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import { listSearchPapers } from "../following/searches";
import type { UtcDate } from "../time";

/** Papers by id, each with why it is there. */
export type Reasons = Map<string, string>;

const reasonRows = z.array(
	z.object({
		subscriberId: z.string(),
		paperId: z.string(),
		kind: z.enum(["author", "org", "topic"]),
		name: z.string(),
	}),
);

const WORDS = {
	author: (name: string) => `By ${name}, whom you follow`,
	org: (name: string) => `From ${name}, which you follow`,
	topic: (name: string) => `About ${name}, which you follow`,
	search: (text: string) => `Found by your search “${text}”`,
};

/**
 * Which of some papers match what subscribers follow by the accounts of the same, confirmed addresses, and why.
 *
 * @param papers ids
 * @returns by subscriber; those without a match are absent
 */
export async function listReasons(
	subscribers: readonly string[],
	papers: readonly string[],
): Promise<Map<string, Reasons>> {
	const rows = await db().$queryRaw`
		WITH mine AS (
			SELECT s.id AS subscriber_id, f.author_id, f.organization_id, f.topic_id
			FROM subscribers s JOIN users u ON u.email = s.email AND u.email_verified JOIN follows f ON f.user_id = u.id
			WHERE s.id = ANY(${subscribers}::uuid[]) AND f.in_digest
		)
		SELECT subscriber_id AS "subscriberId", pa.paper_id AS "paperId", 'author' AS kind, a.name
		FROM mine JOIN paper_authors pa USING (author_id) JOIN authors a ON a.id = author_id WHERE pa.paper_id = ANY(${papers})
		UNION ALL
		SELECT subscriber_id, p.id, 'org', o.name
		FROM mine JOIN papers p USING (organization_id) JOIN organizations o ON o.id = organization_id WHERE p.id = ANY(${papers})
		UNION ALL
		SELECT subscriber_id, pt.paper_id, 'topic', t.name
		FROM mine JOIN paper_topics pt USING (topic_id) JOIN topics t ON t.id = topic_id WHERE pt.paper_id = ANY(${papers})
		ORDER BY kind, name`;
	const reasons = new Map<string, Reasons>();
	for (const { subscriberId, paperId, kind, name } of reasonRows.parse(rows)) {
		addReason(reasons, subscriberId, paperId, WORDS[kind](name));
	}
	return reasons;
}

const searchRows = z.array(z.object({ subscriberId: z.string(), search: z.string() }));

/**
 * Runs saved searches over some days, each once however many have saved it.
 *
 * @param limit how many papers the days have
 * @returns what adds to the reasons of subscribers those by their searches. The first reason found is the one that is told
 */
export function prepareSearches(since: UtcDate, until: UtcDate, limit: number) {
	const found = new Map<string, Promise<string[]>>();
	const run = (search: string): Promise<string[]> => {
		const ids = found.get(search) ?? listSearchPapers(`${search} since:${since} until:${until}`, limit);
		found.set(search, ids);
		return ids;
	};
	return async (reasons: Map<string, Reasons>, subscribers: readonly string[]): Promise<void> => {
		const rows = await db().$queryRaw`
			SELECT s.id AS "subscriberId", f.search
			FROM subscribers s JOIN users u ON u.email = s.email AND u.email_verified JOIN follows f ON f.user_id = u.id
			WHERE s.id = ANY(${subscribers}::uuid[]) AND f.in_digest AND f.search IS NOT NULL ORDER BY f.search`;
		for (const { subscriberId, search } of searchRows.parse(rows)) {
			for (const id of await run(search)) addReason(reasons, subscriberId, id, WORDS.search(search));
		}
	};
}

function addReason(all: Map<string, Reasons>, subscriberId: string, paperId: string, reason: string): void {
	const reasons = all.get(subscriberId) ?? new Map<string, string>();
	if (!reasons.has(paperId)) reasons.set(paperId, reason);
	all.set(subscriberId, reasons);
}
