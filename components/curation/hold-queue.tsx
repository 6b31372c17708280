import type { Decision } from "@/lib/curation/schemas";
import type { VoteHold } from "@/lib/votes/types";
import { DecisionForm } from "./decision-form";
import { QueueEntry, QueueList } from "./queue-list";
import { QueueLink } from "./queue-page";

const DECISIONS: [Decision, string][] = [
	["accept_votes", "Accept"],
	["void_votes", "Void"],
];

const REASONS: Record<VoteHold["reason"], string> = {
	network: "came from one network",
	fresh: "came from young accounts",
};

/** Bursts of votes that count for nothing in Rising until somebody looks. */
export function HoldQueue({ holds }: { holds: VoteHold[] }) {
	return (
		<QueueList>
			{holds.map(({ id, paper, reason, openedAt, votes, localUpvotes }) => (
				<QueueEntry key={id} at={openedAt} title={<QueueLink href={`/papers/${paper.id}`}>{paper.title}</QueueLink>}>
					<p>
						{votes} of its {localUpvotes} {localUpvotes === 1 ? "vote" : "votes"} here {REASONS[reason]}.
					</p>
					<DecisionForm id={id} name={`the votes for ${paper.title}`} decisions={DECISIONS} />
				</QueueEntry>
			))}
		</QueueList>
	);
}
