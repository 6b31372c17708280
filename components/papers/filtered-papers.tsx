"use client";

import type { ReactNode } from "react";
import { SeenLine } from "@/components/library/seen-line";
import { useSeen, useSeenWatch } from "@/components/library/use-seen";
import type { CardPaper } from "./card-paper";
import { FilterState } from "./filter-state";
import { PaperCard } from "./paper-card";
import { isShown, useTopicFilter } from "./topic-filter";

type FilteredPapersProps = { papers: CardPaper[]; notes?: Readonly<Record<string, ReactNode>> | undefined };

/** The list itself, in the browser as well, where topics filter it. */
export function FilteredPapers({ papers, notes }: FilteredPapersProps) {
	const filter = useTopicFilter();
	const shown = new Set(papers.filter((paper) => isShown(paper, filter)).map(({ id }) => id));
	const { mode, seen, showsAll } = useSeen();
	useSeenWatch(mode !== "off");
	const leftOut = mode === "hide" ? [...shown].filter((id) => seen.has(id)) : [];
	if (!showsAll) for (const id of leftOut) shown.delete(id);
	return (
		<>
			<FilterState filter={filter} papers={papers} shown={shown.size} />
			<SeenLine count={leftOut.length} areShown={showsAll} />
			<ol className="papers">
				{papers.map((paper) => (
					<PaperCard key={paper.id} paper={paper} isHidden={!shown.has(paper.id)} isSeen={seen.has(paper.id)}>
						{notes?.[paper.id]}
					</PaperCard>
				))}
			</ol>
		</>
	);
}
