import type { PaperSummary } from "@/lib/papers/types";
import type { UtcDate } from "@/lib/time";
import { PaperCard } from "./paper-card";

export function PaperList({ papers, edition }: { papers: PaperSummary[]; edition: UtcDate }) {
	return (
		<ol>
			{papers.map((paper) => (
				<PaperCard key={paper.id} paper={paper} edition={edition} />
			))}
		</ol>
	);
}
