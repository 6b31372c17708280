import type { ReportedComment } from "@/lib/comments/types";
import type { Decision } from "@/lib/curation/schemas";
import { DecisionForm } from "./decision-form";
import { QueueEntry, QueueList, WrittenText } from "./queue-list";
import { QueueLink } from "./queue-page";

const DECISIONS: [Decision, string][] = [
	["hide_comment", "Hide"],
	["dismiss_reports", "Let it stay"],
];

/** Comments that somebody reported, each with every reason. */
export function ReportQueue({ reported }: { reported: ReportedComment[] }) {
	return (
		<QueueList>
			{reported.map((comment) => {
				const writer = comment.handle === null ? "somebody without a handle" : `@${comment.handle}`;
				return (
					<QueueEntry
						key={comment.id}
						at={comment.writtenAt}
						title={
							<>
								{writer} on <QueueLink href={`/papers/${comment.paperId}`}>{comment.paperTitle}</QueueLink>
								{comment.isHidden && " (hidden already)"}
							</>
						}
					>
						<WrittenText>{comment.body}</WrittenText>
						<ul className="list-disc pl-5">
							{comment.reports.map(({ reason, at }) => (
								<li key={`${at.toISOString()} ${reason}`} className="text-ink [overflow-wrap:anywhere]">
									Reported: {reason}
								</li>
							))}
						</ul>
						<DecisionForm id={comment.id} name={`the comment by ${writer}`} decisions={DECISIONS} asksReason />
					</QueueEntry>
				);
			})}
		</QueueList>
	);
}
