import type { PaperId } from "@/lib/papers/ids";
import type { PaperDetails } from "@/lib/papers/types";
import type { UtcDate } from "@/lib/time";

const plain = (text: string) => ({ text, html: null });

/** A paper at arXiv with all that a page may show, but for what a test says. */
export function paperDetails(values: Partial<PaperDetails> = {}): PaperDetails {
	const title = "Alignment Faking";
	const abstract = "We present a demonstration.";
	return {
		id: "2412.14093" as PaperId,
		title: plain(title),
		abstract: plain(abstract),
		source: { title, abstract },
		aiSummary: { text: "Models fake.", model: "model-1" },
		publishedOn: "2024-12-18" as UtcDate,
		authorCount: 2,
		authors: [
			{ name: "Ryan Greenblatt", slug: "ryan-greenblatt" },
			{ name: "Carson Denison", slug: "carson-denison" },
		],
		organization: { name: "Anthropic", slug: "anthropic" },
		topics: [
			{ name: "Artificial Intelligence", slug: "cs-ai" },
			{ name: "alignment", slug: "alignment" },
		],
		comments: { local: 1, imported: 2 },
		code: { repo: "owner/repo_x", stars: 12 },
		projectPage: "https://example.org/a project",
		upvotes: { total: 12, local: 2, imported: 10, importSource: "huggingface" },
		rising: 1,
		editionDate: "2024-12-19" as UtcDate,
		submitter: null,
		categories: ["cs.AI"],
		keywords: [],
		version: 2,
		revisedOn: "2024-12-20" as UtcDate,
		doi: null,
		journalRef: null,
		authorComment: null,
		thumbnailUrl: null,
		history: [],
		rank: 3,
		...values,
	};
}
