import { RichText } from "@/components/papers/rich-text";
import type { PaperSummary } from "@/lib/papers/types";
import { SideHeading } from "./side-heading";

/** The few papers that people upvote now, whatever their day. */
export function RisingList({ papers }: { papers: readonly PaperSummary[] }) {
	if (papers.length === 0) return null;
	return (
		<section className="mb-8">
			<SideHeading>Rising</SideHeading>
			<ol className="tabular-nums">
				{papers.map(({ id, title }, index) => (
					<li key={id} className="grid grid-cols-[22px_minmax(0,1fr)] gap-2 border-b border-rule py-2.5">
						<span aria-hidden="true" className="text-[13px] font-semibold text-ink-faint">
							{index + 1}
						</span>
						<a
							href={`/papers/${id}`}
							className="font-serif text-[15px] leading-[1.35] font-medium [overflow-wrap:anywhere]"
						>
							<RichText of={title} />
						</a>
					</li>
				))}
			</ol>
			<p className="mt-2.5 text-xs">
				<a href="/papers/trending" className="text-link underline underline-offset-3">
					All that is trending
				</a>
			</p>
		</section>
	);
}
