import type { CuratedSubmission } from "@/lib/curation/types";
import { formatMonthDayYear } from "@/lib/time";
import { QueueEntry, QueueList } from "./queue-list";
import { QueueLink } from "./queue-page";

/** What people put on lists here, each with the way to hide or move it. */
export function SubmissionList({ submissions }: { submissions: CuratedSubmission[] }) {
	return (
		<QueueList>
			{submissions.map(({ id, title, at, by, editionDate, isHidden }) => (
				<QueueEntry key={id} at={at} title={<QueueLink href={`/curate/papers/${id}`}>{title}</QueueLink>}>
					<p>
						By {by ?? "somebody without a name"}, {editionDate ? `on ${formatMonthDayYear(editionDate)}` : "on no list"}
						{isHidden && ", hidden"}
					</p>
				</QueueEntry>
			))}
		</QueueList>
	);
}
