import { Instant } from "@/components/curation/instant";
import type { MailRun } from "@/lib/operator/types";

const COUNTS = ["planned", "submitted", "rejected", "skipped", "unknown", "waiting"] as const;

/** Runs that did something, in the order given. */
export function MailRunList({ runs }: { runs: MailRun[] }) {
	return (
		<ol className="border-t border-rule text-sm">
			{runs.map((run) => (
				<li key={run.id} className="border-b border-rule py-2.5">
					<p className="flex flex-wrap gap-x-3 text-ink tabular-nums">
						{COUNTS.filter((name) => run[name] > 0).map((name) => (
							<span key={name}>
								{run[name].toLocaleString("en-US")} {name}
							</span>
						))}
						{COUNTS.every((name) => run[name] === 0) && <span>Nothing to do</span>}
					</p>
					<p className="flex flex-wrap gap-x-4 text-[13px] text-ink-faint tabular-nums">
						<Instant at={run.startedAt} />
						<span>{describePace(run)}</span>
					</p>
					{run.pausedBecause !== null && (
						<p className="text-[13px] break-words text-accent">The run was paused because {run.pausedBecause}.</p>
					)}
				</li>
			))}
		</ol>
	);
}

/** `took 12 s, 1,200 mails a minute` */
function describePace({ startedAt, endedAt, submitted }: MailRun): string {
	const seconds = Math.max(0.1, (endedAt.getTime() - startedAt.getTime()) / 1000);
	const took = `took ${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
	if (submitted === 0) return took;
	return `${took}, ${Math.round((submitted / seconds) * 60).toLocaleString("en-US")} mails a minute`;
}
