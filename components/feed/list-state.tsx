import { formatMinute } from "@/lib/time";

type ListStateProps = {
	paperCount: number;
	/** Whether papers may still be added. */
	isOpen: boolean;
	isSample: boolean;
	/** When papers and counts were last fetched; undefined if they never were. */
	refreshed: Date | undefined;
};

/** How many papers a list has, whether more may come, and how fresh its counts are. */
export function ListState({ paperCount, isOpen, isSample, refreshed }: ListStateProps) {
	return (
		<>
			{isSample && <span>Sample edition: its upvotes are made up</span>}
			{refreshed && !isSample && (
				<time dateTime={refreshed.toISOString()} className="hidden wide:inline">
					Refreshed {formatMinute(refreshed)}
				</time>
			)}
			<span>
				<span
					aria-hidden="true"
					className={`mr-1.5 inline-block size-[7px] rounded-full ${isOpen ? "bg-open" : "border border-ink-faint"}`}
				/>
				{isOpen ? "Open until 00:00 UTC" : "Closed"} · {paperCount === 1 ? "1 paper" : `${paperCount} papers`}
			</span>
		</>
	);
}
