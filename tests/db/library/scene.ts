import { db } from "@/lib/db/client";
import type { PaperId } from "@/lib/papers/ids";

/** Puts papers on the list of June 8, 2026, and gives their ids. */
export async function addListedPapers(...ids: string[]): Promise<PaperId[]> {
	const date = new Date("2026-06-08T00:00:00Z");
	await db().edition.createMany({ data: { date }, skipDuplicates: true });
	await db().paper.createMany({
		data: ids.map((id) => ({
			id,
			title: `Title of ${id}`,
			abstract: "An abstract.",
			editionDate: date,
			listedAt: date,
		})),
	});
	return ids as PaperId[];
}

/** Saves papers at instants of their own, one minute after the other, as nobody would press. */
export async function saveInTurn(userId: string, ids: PaperId[]): Promise<void> {
	const start = Date.parse("2026-07-01T08:00:00Z");
	await db().save.createMany({
		data: ids.map((paperId, minute) => ({ userId, paperId, savedAt: new Date(start + minute * 60_000) })),
	});
}

/** The ids of a page's papers, in its order. */
export function idsOf({ papers }: { papers: readonly { id: string }[] }): string[] {
	return papers.map(({ id }) => id);
}
