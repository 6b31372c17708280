import type { PaperId } from "../papers/ids";
import type { UtcDate } from "../time";

/** Where papers come from. */
export type SourceName = "huggingface" | "arxiv" | "file";

/**
 * A paper as one source knows it, cleaned: the form that all sources give and that the upsert takes. A field that is absent
 * is one of which the source says nothing; it leaves what we hold as it is.
 */
export type IngestedPaper = {
	id: PaperId;
	/** Line breaks folded, NFC, no control characters. */
	title: string;
	abstract: string;
	/** Names as given, in the paper's order. */
	authors: string[];
	publishedAt?: Date;
	/** When the source last changed the paper itself (arXiv: its newest version). */
	revisedAt?: Date;
	/** The newest version's number at arXiv, from 1. */
	version?: number;
	/** The day on whose list the paper stands at the source. */
	listing?: { date: UtcDate; listedAt?: Date; submittedBy?: string };
	/** The counts as of `capturedAt`. */
	counts?: { upvotes: number; comments: number; capturedAt: Date };
	organization?: { slug: string; name: string; logoUrl?: string };
	/** `owner/repo` at GitHub. */
	githubRepo?: string;
	githubStars?: number;
	projectPage?: string;
	aiSummary?: { text: string; model?: string };
	keywords?: string[];
	thumbnailUrl?: string;
	/** arXiv categories, the primary one first. */
	categories?: string[];
	doi?: string;
	journalRef?: string;
	/** The authors' own comment at arXiv ("12 pages, 3 figures"). */
	authorComment?: string;
};

/** Items that a source gave, and what became of them: `seen` is the sum of the others, `failed` those that can't be read. */
export type IngestCounts = { seen: number; new: number; changed: number; unchanged: number; failed: number };
