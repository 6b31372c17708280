import type { Route } from "next";
import Link from "next/link";
import { VoteButton } from "@/components/votes/vote-button";
import type { PaperSummary } from "@/lib/papers/types";
import type { UtcDate } from "@/lib/time";
import { PaperMeta } from "./paper-meta";

/** A paper in a list. */
export function PaperCard({ paper, edition }: { paper: PaperSummary; edition: UtcDate }) {
	return (
		<li
			id={`paper-${paper.id}`}
			className="grid scroll-mt-4 grid-cols-[46px_minmax(0,1fr)] gap-3.5 border-b border-rule py-[22px] wide:grid-cols-[52px_minmax(0,1fr)] wide:gap-[18px]"
		>
			<VoteButton paperId={paper.id} title={paper.title} upvotes={paper.upvotes} />
			<article>
				<h2 className="mb-1.5 text-[19px] leading-[1.28] font-semibold tracking-[-0.012em] text-balance break-words wide:text-[21px]">
					<Link href={`/papers/${paper.id}` as Route} prefetch={false}>
						{paper.title}
					</Link>
				</h2>
				<p className="mb-2.5 line-clamp-3 max-w-[68ch] break-words text-ink-soft">{paper.abstract}</p>
				<PaperMeta paper={paper} edition={edition} />
			</article>
		</li>
	);
}
