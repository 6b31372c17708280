import { arxivAbstractUrl, arxivPdfUrl, isArxivId } from "@/lib/papers/ids";
import type { CardPaper } from "./card-paper";
import { OrganizationMark } from "./organization-mark";
import { VoteHistory } from "./vote-history";

/** The line under a paper: who, when, and where else to find it. What is not known is left out. */
export function PaperMeta({ paper }: { paper: CardPaper }) {
	return (
		<div className="meta">
			{paper.organization ? (
				<a href={`/orgs/${paper.organization.slug}`} className="org">
					<OrganizationMark organization={paper.organization} />
				</a>
			) : (
				paper.authorCount !== undefined && <span className="by">{countAuthors(paper.authorCount)}</span>
			)}
			{paper.published && (
				<time dateTime={paper.published[0]} title={paper.published[0]}>
					{paper.published[1]}
				</time>
			)}
			{paper.comments && (
				<a className="comments" href={`/papers/${paper.id}#comments`} title={paper.comments[1]}>
					{paper.comments[0]}
				</a>
			)}
			{isArxivId(paper.id) && (
				<>
					<a href={arxivAbstractUrl(paper.id)}>arXiv</a>
					<a href={arxivPdfUrl(paper.id)}>PDF</a>
				</>
			)}
			{paper.code && (
				<a
					href={`https://github.com/${paper.code.repo}`}
					aria-label={paper.code.stars === null ? undefined : `Code, ${paper.code.stars} stars`}
				>
					{paper.code.stars === null ? "Code" : `Code ★ ${paper.code.stars}`}
				</a>
			)}
			{paper.projectPage && <a href={paper.projectPage}>Project</a>}
			{paper.sparkline && <VoteHistory sparkline={paper.sparkline} />}
		</div>
	);
}

function countAuthors(count: number): string {
	return count === 1 ? "1 author" : `${count} authors`;
}
