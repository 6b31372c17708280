import { papersWindow } from "@/lib/ingest/batches";
import type { SourcePage } from "@/lib/ingest/sources/types";
import type { IngestedPaper } from "@/lib/ingest/types";
import type { PaperId } from "@/lib/papers/ids";
import type { UtcDate } from "@/lib/time";

export const DAY = "2026-06-05" as UtcDate;

/** A paper as Hugging Face would list it, with what a test wants to be otherwise. */
export function paper(id: string, values: Partial<IngestedPaper> = {}): IngestedPaper {
	return {
		id: id as PaperId,
		title: `Title of ${id}`,
		abstract: "An abstract.",
		authors: ["Ada Lovelace", "Émilie du Châtelet"],
		publishedAt: new Date("2026-06-01T00:00:00Z"),
		listing: { date: DAY, listedAt: new Date(`${DAY}T03:00:00Z`), submittedBy: "Lister" },
		counts: { upvotes: 5, comments: 1, capturedAt: new Date(`${DAY}T12:00:00Z`) },
		...values,
	};
}

export const counted = (upvotes: number, at: string) => ({
	counts: { upvotes, comments: 0, capturedAt: new Date(at) },
});

/** A window that gives each list of papers as a page; an error in their place is thrown there. */
export function windowOf(name: string, ...pages: (IngestedPaper[] | Error)[]) {
	return papersWindow(name, async function* (): AsyncGenerator<SourcePage> {
		for (const page of pages) {
			if (page instanceof Error) throw page;
			yield { papers: page, problems: [], failed: 0 };
		}
	});
}
