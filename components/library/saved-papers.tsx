"use client";

import type { CardPaper } from "@/components/papers/card-paper";
import { PaperCard } from "@/components/papers/paper-card";
import { CHOSEN_FORM } from "./chosen-papers-form";

/** Papers of a library, each with a box to choose it by. */
export function SavedPapers({ papers }: { papers: CardPaper[] }) {
	return (
		<ol>
			{papers.map((paper) => (
				<PaperCard key={paper.id} paper={paper}>
					<label className="mt-2 flex w-fit items-center gap-2 py-0.5 text-[13px] text-ink-soft">
						<input
							type="checkbox"
							name="paper"
							value={paper.id}
							form={CHOSEN_FORM}
							aria-label={`Choose: ${typeof paper.title === "string" ? paper.title : paper.title.text}`}
						/>
						Choose
					</label>
				</PaperCard>
			))}
		</ol>
	);
}
