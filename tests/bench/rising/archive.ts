import { readPapersFile } from "@/lib/ingest/sources/file";
import { readSnapshotsFile } from "@/lib/ingest/sources/snapshots";
import type { PaperId } from "@/lib/papers/ids";
import { startOfDay, type UtcDate } from "@/lib/time";

export type Capture = { capturedAt: Date; upvotes: number; comments: number };

/** A listed paper and all captures of it, the oldest first. Where the hour of listing is not known it is the day's first. */
export type ListedPaper = { id: PaperId; date: UtcDate; listedAt: Date; captures: Capture[] };

/**
 * The papers of the archive with their captures. Captures of papers that are not in the archive are left out: nothing says on which day
 * those stood. A capture that does not tell the comments has those of the one before.
 */
export async function readListedPapers(files: { papers: string; snapshots: string }): Promise<ListedPaper[]> {
	const papers = new Map<PaperId, ListedPaper>();
	for await (const page of readPapersFile(files.papers)) {
		for (const { id, listing } of page.papers) {
			if (!listing) continue;
			const { date, listedAt = startOfDay(date) } = listing;
			papers.set(id, { id, date, listedAt, captures: [] });
		}
	}
	const snapshots = [];
	for await (const page of readSnapshotsFile(files.snapshots)) snapshots.push(...page.records);
	snapshots.sort((a, b) => a.capturedAt.getTime() - b.capturedAt.getTime());
	for (const { paperId, capturedAt, upvotes, comments } of snapshots) {
		const captures = papers.get(paperId)?.captures;
		const before = captures?.at(-1);
		if (before?.capturedAt.getTime() === capturedAt.getTime()) continue;
		captures?.push({ capturedAt, upvotes, comments: comments ?? before?.comments ?? 0 });
	}
	return [...papers.values()];
}
