import "server-only";
import { z } from "zod";
import { isCurator } from "../accounts/queries";
import { listClaims } from "../claims/queries";
import type { CuratedClaim } from "../claims/types";
import { listReportedComments } from "../comments/queries";
import type { ReportedComment } from "../comments/types";
import { db } from "../db/client";
import { renderRichText } from "../papers/latex";
import { submitterName } from "../papers/submitter";
import { utcDateOf } from "../time";
import { listVoteHolds } from "../votes/queries";
import type { VoteHold } from "../votes/types";
import type { CuratedSubmission, QueueCounts, Run } from "./types";

/** The longest waiting; the next come when these are decided. */
const SHOWN = 50;
const DAY = 86_400_000;

const counts = z
	.array(
		z.object({
			reports: z.number(),
			holds: z.number(),
			claims: z.number(),
			doubtfulMails: z.number(),
			failedRuns: z.number(),
			submissions: z.number(),
		}),
	)
	.length(1);

/** How much waits in each queue; undefined for whoever is no curator, as all that follows. */
export function countQueues(userId: string, now: Date): Promise<QueueCounts | undefined> {
	return asCurator(userId, async () => {
		const found = await db().$queryRaw`
			SELECT
				(SELECT count(DISTINCT c.id)::int FROM comments c JOIN comment_reports r ON r.comment_id = c.id
					WHERE r.settled_at IS NULL AND c.deleted_at IS NULL) AS reports,
				(SELECT count(*)::int FROM vote_holds h WHERE h.decision IS NULL
					AND EXISTS (SELECT FROM votes WHERE hold_id = h.id AND standing = 'held')) AS holds,
				(SELECT count(*)::int FROM author_claims WHERE state = 'asked') AS claims,
				(SELECT count(*)::int FROM deliveries WHERE state = 'unknown'
					AND digest_id IN (SELECT id FROM digests ORDER BY date DESC LIMIT 60)) AS "doubtfulMails",
				(SELECT count(*)::int FROM ingest_runs WHERE state IN ('failed', 'dead')
					AND started_at > ${now}::timestamptz - interval '1 day') AS "failedRuns",
				(SELECT count(*)::int FROM papers WHERE submitted_by_id IS NOT NULL
					AND listed_at > ${now}::timestamptz - interval '1 day') AS submissions`;
		return counts.parse(found)[0];
	});
}

export function listReports(userId: string): Promise<ReportedComment[] | undefined> {
	return asCurator(userId, () => listReportedComments(SHOWN));
}

export function listHolds(userId: string): Promise<VoteHold[] | undefined> {
	return asCurator(userId, async () =>
		(await listVoteHolds(SHOWN)).map(({ paper, ...hold }) => ({
			...hold,
			paper: { ...paper, title: renderRichText(paper.title).text },
		})),
	);
}

/** Claims that wait, and those that were approved, which can be taken back. */
export function listClaimQueue(
	userId: string,
): Promise<{ waiting: CuratedClaim[]; approved: CuratedClaim[] } | undefined> {
	return asCurator(userId, async () => {
		const [waiting, approved] = await Promise.all([listClaims("asked", SHOWN), listClaims("approved", SHOWN)]);
		return { waiting, approved };
	});
}

/** The runs of the last day that failed, newest first. */
export function listFailedRuns(userId: string, now: Date): Promise<Run[] | undefined> {
	const startedAt = { gt: new Date(now.getTime() - DAY) };
	return asCurator(userId, () =>
		db().ingestRun.findMany({
			where: { state: { in: ["failed", "dead"] }, startedAt },
			orderBy: [{ startedAt: "desc" }, { id: "desc" }],
			take: SHOWN,
		}),
	);
}

/** What people put on lists here, newest first. */
export function listSubmissions(userId: string): Promise<CuratedSubmission[] | undefined> {
	return asCurator(userId, async () => {
		const found = await db().paper.findMany({
			where: { submittedById: { not: null } },
			select: {
				id: true,
				title: true,
				listedAt: true,
				editionDate: true,
				hiddenAt: true,
				submitter: { select: { name: true } },
			},
			orderBy: [{ listedAt: { sort: "desc", nulls: "last" } }, { id: "asc" }],
			take: SHOWN,
		});
		return found.map(({ id, title, listedAt, editionDate, hiddenAt, submitter }) => ({
			id,
			title: renderRichText(title).text,
			at: listedAt,
			by: submitterName(submitter, null),
			editionDate: editionDate && utcDateOf(editionDate),
			isHidden: hiddenAt !== null,
		}));
	});
}

async function asCurator<Value>(userId: string, read: () => Promise<Value>): Promise<Value | undefined> {
	return (await isCurator(userId)) ? read() : undefined;
}
