import type { Run } from "@/lib/curation/types";
import { Instant } from "./instant";

const STATES: Record<Run["state"], string> = {
	running: "is running",
	done: "done",
	failed: "failed",
	dead: "died, and is done again",
};

/** Runs in the order given: what was asked of which source, when, and what came of it. */
export function RunList({ runs }: { runs: Run[] }) {
	return (
		<ol className="border-t border-rule text-sm">
			{runs.map((run) => (
				<li key={run.id} className="border-b border-rule py-2.5">
					<p className="break-words text-ink">
						{run.source}, {run.windowName}:{" "}
						<span className={run.state === "failed" || run.state === "dead" ? "text-accent" : ""}>
							{STATES[run.state]}
						</span>
					</p>
					<p className="flex flex-wrap gap-x-4 text-[13px] text-ink-faint tabular-nums">
						<Instant at={run.startedAt} />
						<span>{run.new} new</span>
						<span>{run.changed} changed</span>
						<span>{run.unchanged} unchanged</span>
						{run.failed > 0 && <span>{run.failed} unreadable</span>}
					</p>
					{run.error !== null && <p className="text-[13px] break-words text-ink-soft">{run.error}</p>}
				</li>
			))}
		</ol>
	);
}
