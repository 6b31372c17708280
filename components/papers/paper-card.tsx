import type { ReactNode } from "react";
import { SaveButton } from "@/components/library/save-button";
import { VoteButton } from "@/components/votes/vote-button";
import type { CardPaper } from "./card-paper";
import { PaperAbstract } from "./paper-abstract";
import { PaperMeta } from "./paper-meta";
import { RichText } from "./rich-text";

type PaperCardProps = {
	paper: CardPaper;
	isHidden?: boolean;
	/** Whether the viewer has seen it before, which only a script can tell. */
	isSeen?: boolean;
	/** What a list of the viewer's own says of it. */
	children?: ReactNode;
};

/** A paper in a list. Its look is in papers.css: fifty of them on a page make every class count. */
export function PaperCard({ paper, isHidden, isSeen, children }: PaperCardProps) {
	return (
		<li id={`paper-${paper.id}`} className="paper" hidden={isHidden} data-seen={isSeen || undefined}>
			<div>
				<VoteButton paper={paper} />
				<SaveButton paper={paper} />
			</div>
			<article>
				<h2>
					<a href={`/papers/${paper.id}`}>
						<RichText of={paper.title} />
					</a>
				</h2>
				<PaperAbstract paper={paper} />
				<PaperMeta paper={paper} />
				{children}
			</article>
		</li>
	);
}
