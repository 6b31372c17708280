import { formatPublished } from "@/lib/papers/dates";
import { arxivAbstractUrl, arxivPdfUrl, isArxivId } from "@/lib/papers/ids";
import type { PaperDetails, PaperSummary } from "@/lib/papers/types";
import { formatLongDate, type UtcDate } from "@/lib/time";
import { OrganizationMark } from "./organization-mark";

const LINK = "py-0.5 text-ink-soft";

/** The line under a paper: who, when, and where else to find it. What is not known is left out. */
export function PaperMeta({ paper, edition }: { paper: PaperSummary | PaperDetails; edition: UtcDate }) {
	return (
		<div className="flex flex-wrap items-center gap-x-3.5 gap-y-1 text-[13px] text-ink-faint tabular-nums">
			{paper.organization ? (
				<OrganizationMark organization={paper.organization} />
			) : (
				paper.authorCount !== null && <span data-authors={paper.authorCount}>{countAuthors(paper.authorCount)}</span>
			)}
			{paper.publishedOn && (
				<time dateTime={paper.publishedOn} title={formatLongDate(paper.publishedOn)}>
					{formatPublished(paper.publishedOn, edition)}
				</time>
			)}
			{isArxivId(paper.id) && (
				<>
					{paper.commentCount > 0 && (
						<a
							href={`https://huggingface.co/papers/${paper.id}#community`}
							title="Read them at Hugging Face"
							data-comments={paper.commentCount}
							className={LINK}
						>
							{paper.commentCount === 1 ? "1 comment" : `${paper.commentCount} comments`}
						</a>
					)}
					<a href={arxivAbstractUrl(paper.id)} className={LINK}>
						arXiv
					</a>
					<a href={arxivPdfUrl(paper.id)} className={LINK}>
						PDF
					</a>
				</>
			)}
			{paper.code && (
				<a href={`https://github.com/${paper.code.repo}`} className={LINK}>
					Code
					{paper.code.stars !== null && (
						<>
							{" "}
							<span aria-hidden="true">★</span>
							<span className="sr-only">, stars:</span> {paper.code.stars.toLocaleString("en-US")}
						</>
					)}
				</a>
			)}
			{paper.projectPage && (
				<a href={paper.projectPage} className={LINK}>
					Project
				</a>
			)}
		</div>
	);
}

function countAuthors(count: number): string {
	return count === 1 ? "1 author" : `${count} authors`;
}
