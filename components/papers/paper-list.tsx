import type { ReactNode } from "react";
import type { PaperSummary } from "@/lib/papers/types";
import { toCardPaper } from "./card-paper";
import { FilteredPapers } from "./filtered-papers";

type PaperListProps = {
	papers: readonly PaperSummary[];
	/** Leaves imported summaries and all topics but the first to the papers' own pages, which keeps long lists light. */
	isLong?: boolean;
	/** By slug, the topics that the list can be filtered by. */
	filters?: readonly string[];
	/** By id, what stands under a paper beside what everybody is told of it. */
	notes?: Readonly<Record<string, ReactNode>>;
};

const TOPICS_IN_LONG = 1;

/** Papers in the order given. The topics that the address's fragment names filter them in the browser. */
export function PaperList({ papers, isLong = false, filters = [], notes }: PaperListProps) {
	const cards = papers.map((paper) =>
		isLong ? toCardPaper({ ...paper, aiSummary: null }, filters, TOPICS_IN_LONG) : toCardPaper(paper, filters),
	);
	return <FilteredPapers papers={cards} notes={notes} />;
}
