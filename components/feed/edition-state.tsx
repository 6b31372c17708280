import { isOpen } from "@/lib/feed/editions";
import type { Edition } from "@/lib/feed/types";

/** What there is to know about a day's list before reading it: how many, in what order, and whether more may come. */
export function EditionState({ edition, now }: { edition: Edition; now: Date }) {
	const open = isOpen(edition.date, now);
	return (
		<div className="flex flex-wrap items-center gap-x-[22px] gap-y-1 border-b border-rule py-3 text-sm text-ink-soft tabular-nums">
			{edition.papers.length > 0 && (
				<span className="-mb-[14px] hidden border-b-2 border-accent pb-3 font-semibold text-ink wide:inline">
					Most upvoted
				</span>
			)}
			{edition.isSample && <span>Sample edition: its upvotes are made up</span>}
			<span className="text-ink-faint wide:ml-auto">
				<span
					aria-hidden="true"
					className={`mr-1.5 inline-block size-[7px] rounded-full ${open ? "bg-open" : "border border-ink-faint"}`}
				/>
				{open ? "Open until 00:00 UTC" : "Closed"} · {countPapers(edition.papers.length)}
			</span>
		</div>
	);
}

function countPapers(count: number): string {
	return count === 1 ? "1 paper" : `${count} papers`;
}
