import type { Decision } from "@/lib/curation/schemas";
import type { CuratedAct } from "@/lib/curation/types";
import { DecisionForm } from "./decision-form";
import { Desk } from "./desk";
import { Instant } from "./instant";
import { WrittenText } from "./queue-list";
import { QueueLink } from "./queue-page";

const SHOW_AGAIN: [Decision, string][] = [["unhide_comment", "Show it again"]];

/** Acts in the order given: who, what, when, and of which paper where that is not plain. Hidden comments can be shown again. */
export function ActList({ acts, namesPapers = false }: { acts: CuratedAct[]; namesPapers?: boolean }) {
	return (
		<Desk>
			<ol className="border-t border-rule text-sm">
				{acts.map((act) => (
					<li key={act.id} className="border-b border-rule py-2.5">
						<p className="break-words text-ink">
							{nameActor(act)} {act.sentence}
						</p>
						<p className="flex flex-wrap gap-x-4 text-[13px] text-ink-faint tabular-nums">
							<Instant at={act.at} />
							{namesPapers && act.paperId !== null && (
								<QueueLink href={`/curate/papers/${act.paperId}`}>{act.paperId}</QueueLink>
							)}
						</p>
						{act.hiddenComment && (
							<>
								<WrittenText>{act.hiddenComment.words}</WrittenText>
								<DecisionForm id={act.hiddenComment.id} name="the comment" decisions={SHOW_AGAIN} />
							</>
						)}
					</li>
				))}
			</ol>
		</Desk>
	);
}

function nameActor({ actor }: CuratedAct): string {
	if (actor === null) return "Somebody whose account is gone";
	return actor.isYou ? "You" : actor.name;
}
