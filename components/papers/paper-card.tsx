import type { Route } from "next";
import { IntentLink } from "@/components/ui/intent-link";
import { VoteButton } from "@/components/votes/vote-button";
import type { CardPaper } from "./card-paper";
import { PaperAbstract } from "./paper-abstract";
import { PaperMeta } from "./paper-meta";
import { RichText } from "./rich-text";

/** A paper in a list. Its look is in papers.css: fifty of them on a page make every class count. */
export function PaperCard({ paper, isHidden }: { paper: CardPaper; isHidden: boolean }) {
	return (
		<li id={`paper-${paper.id}`} className="paper" hidden={isHidden}>
			<VoteButton paper={paper} />
			<article>
				<h2>
					<IntentLink href={`/papers/${paper.id}` as Route}>
						<RichText of={paper.title} />
					</IntentLink>
				</h2>
				<PaperAbstract paper={paper} />
				<PaperMeta paper={paper} />
			</article>
		</li>
	);
}
