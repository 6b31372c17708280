import "server-only";
import { z } from "zod";
import { db } from "../db/client";

const sentRows = z.array(z.object({ subscriberId: z.string(), paperId: z.string() }));

/**
 * Which of some papers subscribers were sent, or are about to be.
 *
 * @returns by subscriber; those who had none of them are absent
 */
export async function listSent(
	subscribers: readonly string[],
	papers: readonly string[],
): Promise<Map<string, Set<string>>> {
	const rows = await db().$queryRaw`
		SELECT d.subscriber_id AS "subscriberId", paper AS "paperId"
		FROM deliveries d JOIN digest_selections s ON s.id = d.selection_id, unnest(s.papers) AS paper
		WHERE d.subscriber_id = ANY(${subscribers}::uuid[]) AND d.state IN ('planned', 'submitted', 'unknown')
			AND s.papers && ${papers}::text[] AND paper = ANY(${papers}::text[])`;
	const sent = new Map<string, Set<string>>();
	for (const { subscriberId, paperId } of sentRows.parse(rows)) {
		const mine = sent.get(subscriberId) ?? new Set();
		sent.set(subscriberId, mine.add(paperId));
	}
	return sent;
}
