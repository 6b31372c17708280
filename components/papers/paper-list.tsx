import type { ReactNode } from "react";
import type { PaperSummary } from "@/lib/papers/types";
import { shortenCard, toCardPaper } from "./card-paper";
import { FilteredPapers } from "./filtered-papers";

type PaperListProps = {
	papers: readonly PaperSummary[];
	/** By slug, the topics that the list can be filtered by. */
	filters?: readonly string[];
	/** By id, what stands under a paper beside what everybody is told of it. */
	notes?: Readonly<Record<string, ReactNode>>;
};

/** A page with more papers shortens them: it weighs 300 kB at most, and 30 kB over the wire. */
const MOST_WHOLE = 40;

/** Papers in the order given. The topics that the address's fragment names filter them in the browser. */
export function PaperList({ papers, filters = [], notes }: PaperListProps) {
	const cards = papers.map((paper) => toCardPaper(paper, filters));
	const isLong = papers.length > MOST_WHOLE;
	return <FilteredPapers papers={isLong ? cards.map((card) => shortenCard(card, filters)) : cards} notes={notes} />;
}
