import type { ReactNode } from "react";
import { CurateLink } from "@/components/curation/curate-link";
import { SaveButton } from "@/components/library/save-button";
import { SeenOpened } from "@/components/library/seen-opened";
import { VoteButton } from "@/components/votes/vote-button";
import { findThumbnail } from "@/lib/papers/thumbnails";
import type { PaperDetails } from "@/lib/papers/types";
import type { UtcDate } from "@/lib/time";
import { AiSummaryNote } from "./ai-summary-note";
import { AuthorList } from "./author-list";
import { toCardPaper } from "./card-paper";
import { PaperFacts } from "./paper-facts";
import { PaperMeta } from "./paper-meta";
import { RichText } from "./rich-text";
import { Thumbnail } from "./thumbnail";
import { TopicLinks } from "./topic-links";
import { VotesChart } from "./votes-chart";

type PaperArticleProps = {
	paper: PaperDetails;
	/** For a paper that is on no list. */
	today: UtcDate;
	/** What can be done with it: cite, share. */
	children: ReactNode;
	/** What was said of it. */
	comments: ReactNode;
};

/** A paper, with all that is known of it. */
export function PaperArticle({ paper, today, children, comments }: PaperArticleProps) {
	const card = toCardPaper({ ...paper, editionDate: paper.editionDate ?? today, sparkline: null });
	const thumbnail = findThumbnail(paper.thumbnailUrl);
	return (
		<article className="grid content-start grid-cols-[46px_minmax(0,1fr)] gap-3.5 wide:grid-cols-[52px_minmax(0,1fr)] wide:gap-[18px]">
			<div className="pt-1.5">
				<VoteButton paper={card} />
				{/* The library has cards of listed papers only. */}
				{paper.editionDate !== null && <SaveButton paper={card} />}
				<SeenOpened paperId={paper.id} />
			</div>
			<div>
				<h1 className="mb-4 text-[30px] leading-[1.1] font-medium tracking-[-0.02em] text-balance [overflow-wrap:anywhere] wide:text-[40px]">
					<RichText of={paper.title} />
				</h1>
				{paper.authors.length > 0 && <AuthorList authors={paper.authors} />}
				<PaperMeta paper={card} />
			</div>
			<div className="col-span-2 wide:col-span-1 wide:col-start-2">
				{thumbnail && <Thumbnail address={thumbnail} />}
				<Heading>{paper.upvotes.importSource === "sample" ? "Summary, in our own words" : "Abstract"}</Heading>
				<p className="max-w-[68ch] text-[17px] leading-[1.65] [overflow-wrap:anywhere]">
					<RichText of={paper.abstract} />
				</p>
				{paper.aiSummary && (
					<div className="mt-4 max-w-[68ch]">
						<AiSummaryNote summary={paper.aiSummary} />
					</div>
				)}
				{paper.topics.length > 0 && (
					<>
						<Heading>Topics</Heading>
						<TopicLinks topics={paper.topics} />
					</>
				)}
				<Heading>About this paper</Heading>
				<PaperFacts paper={paper} />
				<p className="mt-2 text-sm">
					<CurateLink paperId={paper.id} />
				</p>
				{paper.history.length > 1 && (
					<>
						<Heading>Upvotes over time</Heading>
						<VotesChart history={paper.history} />
					</>
				)}
				<div className="no-print">{children}</div>
				{comments}
			</div>
		</article>
	);
}

export function Heading({ id, children }: { id?: string; children: ReactNode }) {
	return (
		<h2 id={id} className="mt-8 mb-2 font-sans text-xs font-semibold tracking-[0.08em] text-ink-faint uppercase">
			{children}
		</h2>
	);
}
