import type { Route } from "next";
import type { QueueCounts } from "@/lib/curation/types";

const QUEUES: [path: Route, name: string, count: keyof QueueCounts, what: string][] = [
	["/curate/reports", "Reported comments", "reports", "waiting"],
	["/curate/votes", "Held votes", "holds", "waiting"],
	["/curate/claims", "Claims", "claims", "waiting"],
	["/curate/digests", "Mail", "doubtfulMails", "in doubt"],
	["/curate/runs", "Sources", "failedRuns", "failed in a day"],
	["/curate/submissions", "Submissions", "submissions", "in a day"],
];

/** The ways to the queues, each with how much is in it. */
export function QueueLinks({ counts }: { counts: QueueCounts }) {
	return (
		<nav aria-label="Queues">
			<ul className="border-t border-rule">
				{QUEUES.map(([path, name, count, what]) => (
					<li key={path} className="flex items-baseline justify-between gap-4 border-b border-rule py-2">
						<a href={path} className="text-link underline underline-offset-3">
							{name}
						</a>
						<span className={`text-sm tabular-nums ${counts[count] > 0 ? "font-semibold text-ink" : "text-ink-faint"}`}>
							{counts[count]} {what}
						</span>
					</li>
				))}
			</ul>
		</nav>
	);
}
