import { isOpen } from "@/lib/feed/editions";
import type { Edition } from "@/lib/feed/types";
import { formatMinute } from "@/lib/time";

type EditionStateProps = {
	edition: Edition;
	/** When papers and counts were last fetched; undefined if they never were. */
	refreshed: Date | undefined;
	now: Date;
};

/** What there is to know about a day's list before reading it: how many, in what order, and whether more may come. */
export function EditionState({ edition, refreshed, now }: EditionStateProps) {
	const open = isOpen(edition.date, now);
	return (
		<div className="flex flex-wrap items-center gap-x-[22px] gap-y-1 border-b border-rule py-3 text-sm text-ink-soft tabular-nums">
			{edition.papers.length > 0 && (
				<span className="-mb-[14px] hidden border-b-2 border-accent pb-3 font-semibold text-ink wide:inline">
					Most upvoted
				</span>
			)}
			{edition.isSample && <span>Sample edition: its upvotes are made up</span>}
			{refreshed && !edition.isSample && (
				<time dateTime={refreshed.toISOString()}>Refreshed {formatMinute(refreshed)}</time>
			)}
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
