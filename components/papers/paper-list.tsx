import type { ReactNode } from "react";
import type { PaperSummary } from "@/lib/papers/types";
import { toCardPaper } from "./card-paper";
import { FilteredPapers } from "./filtered-papers";

type PaperListProps = {
	papers: readonly PaperSummary[];
	/** Leaves imported summaries to the papers' own pages, which keeps long lists light. */
	isLong?: boolean;
	/** By slug, the topics that the list can be filtered by. */
	filters?: readonly string[];
	/** By id, what stands under a paper beside what everybody is told of it. */
	notes?: Readonly<Record<string, ReactNode>>;
};

/** Papers in the order given. The topics that the address's fragment names filter them in the browser. */
export function PaperList({ papers, isLong = false, filters = [], notes }: PaperListProps) {
	const shown = isLong ? papers.map((paper) => ({ ...paper, aiSummary: null })) : papers;
	return <FilteredPapers papers={shown.map((paper) => toCardPaper(paper, filters))} notes={notes} />;
}
