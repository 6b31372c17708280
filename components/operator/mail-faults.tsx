import { QueueEntry, QueueList } from "@/components/curation/queue-list";
import { QueueLink } from "@/components/curation/queue-page";
import type { MailDesk } from "@/lib/operator/types";
import { formatMonthDayYear } from "@/lib/time";

/** Mails of which only a person can say whether to send them again. */
export function DoubtfulList({ doubtful }: Pick<MailDesk, "doubtful">) {
	return (
		<>
			<p>
				The provider may have taken these or not, and nobody can ask it any more. They are never sent again by guess:
				look at each, and send it again if you would rather have it come twice than not at all.
			</p>
			<QueueList>
				{doubtful.map(({ subscriberId, kind, date, reason }) => (
					<QueueEntry
						key={`${subscriberId} ${date}`}
						at={null}
						title={
							<QueueLink href={`/curate/digests/subscribers/${subscriberId}`}>
								A {kind} mail of {formatMonthDayYear(date)}
							</QueueLink>
						}
					>
						{reason && <p className="break-words">{reason}</p>}
					</QueueEntry>
				))}
			</QueueList>
		</>
	);
}

/** Why mails did not go out, and how many each. */
export function ReasonList({ reasons }: Pick<MailDesk, "reasons">) {
	return (
		<details open>
			<summary className="w-fit cursor-pointer py-1 text-sm text-link underline underline-offset-3">
				Why mails of these were not sent, or not yet
			</summary>
			<ul className="text-sm">
				{reasons.map(({ state, reason, count }) => (
					<li key={`${state} ${reason}`} className="flex gap-3 border-b border-rule py-1.5">
						<span className="w-14 shrink-0 text-right text-ink tabular-nums">{count.toLocaleString("en-US")}</span>
						<span className="min-w-0 break-words [overflow-wrap:anywhere]">
							{state === "planned" ? "waiting" : state}: {reason}
						</span>
					</li>
				))}
			</ul>
		</details>
	);
}
