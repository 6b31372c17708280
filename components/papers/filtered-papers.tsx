"use client";

import type { CardPaper } from "./card-paper";
import { FilterState } from "./filter-state";
import { PaperCard } from "./paper-card";
import { isShown, useTopicFilter } from "./topic-filter";

/** The list itself, in the browser as well, where topics filter it. */
export function FilteredPapers({ papers }: { papers: CardPaper[] }) {
	const filter = useTopicFilter();
	const shown = new Set(papers.filter((paper) => isShown(paper, filter)).map(({ id }) => id));
	return (
		<>
			<FilterState filter={filter} papers={papers} shown={shown.size} />
			<ol>
				{papers.map((paper) => (
					<PaperCard key={paper.id} paper={paper} isHidden={!shown.has(paper.id)} />
				))}
			</ol>
		</>
	);
}
