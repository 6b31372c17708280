import { formatPublished } from "@/lib/papers/dates";
import type { PaperSummary } from "@/lib/papers/types";
import { RichText } from "./rich-text";

/** Papers on what another is about, the nearest first. */
export function SimilarList({ papers }: { papers: readonly PaperSummary[] }) {
	return (
		<ol>
			{papers.map(({ id, title, organization, authorCount, publishedOn, editionDate, upvotes }) => (
				<li key={id} className="border-b border-rule py-2.5">
					<a
						href={`/papers/${id}`}
						className="font-serif text-[16px] leading-[1.35] font-medium [overflow-wrap:anywhere]"
					>
						<RichText of={title} />
					</a>
					<p className="flex flex-wrap gap-x-3 text-xs text-ink-faint tabular-nums">
						<span>{organization?.name ?? (authorCount === 1 ? "1 author" : `${authorCount ?? 0} authors`)}</span>
						{publishedOn && (
							<time dateTime={publishedOn} title={publishedOn}>
								{formatPublished(publishedOn, editionDate)}
							</time>
						)}
						<span>{upvotes.total === 1 ? "1 upvote" : `${upvotes.total} upvotes`}</span>
					</p>
				</li>
			))}
		</ol>
	);
}
