import type { Route } from "next";
import Link from "next/link";
import type { CuratedAct } from "@/lib/curation/types";

/** Acts in the order given: who, what, when, and of which paper where that is not plain. */
export function ActList({ acts, namesPapers = false }: { acts: CuratedAct[]; namesPapers?: boolean }) {
	return (
		<ol className="border-t border-rule text-sm">
			{acts.map((act) => (
				<li key={act.id} className="border-b border-rule py-2.5">
					<p className="break-words text-ink">
						{nameActor(act)} {act.sentence}
					</p>
					<p className="flex flex-wrap gap-x-4 text-[13px] text-ink-faint tabular-nums">
						<time dateTime={act.at.toISOString()}>{act.at.toISOString().slice(0, 16).replace("T", " ")} UTC</time>
						{namesPapers && (
							<Link href={`/curate/papers/${act.paperId}` as Route} prefetch={false} className="text-link">
								{act.paperId}
							</Link>
						)}
					</p>
				</li>
			))}
		</ol>
	);
}

function nameActor({ actor }: CuratedAct): string {
	if (actor === null) return "Somebody whose account is gone";
	return actor.isYou ? "You" : actor.name;
}
