import { slugify } from "../papers/slug";
import type { IngestedPaper } from "./types";

/** The columns of the temporary table `incoming`, one row a paper, and their types. `round`: see {@link toRows}. */
export const INCOMING_COLUMNS = `
	round int, id text, seen_at timestamptz(3),
	title text, abstract text, author_names text[], author_slugs text[],
	published_at timestamptz(3), revised_at timestamptz(3), version int,
	categories text[], doi text, journal_ref text, author_comment text,
	listing_date date, listed_at timestamptz(3), submitted_by text,
	upvotes int, comments int,
	org_slug text, org_name text, org_logo text,
	github_repo text, github_stars int, project_page text,
	ai_summary text, ai_summary_model text, keywords text[], thumbnail_url text`;

/**
 * A batch as rows for {@link INCOMING_COLUMNS}. A paper that stands in it more than once gets a row in each of several rounds,
 * which are merged one after the other: where a batch begins and ends makes no difference to what comes out.
 *
 * @param now when papers were seen that do not say it themselves
 */
export function toRows(papers: readonly IngestedPaper[], now: Date) {
	const rounds = new Map<string, number>();
	return papers.map((paper) => {
		const round = rounds.get(paper.id) ?? 0;
		rounds.set(paper.id, round + 1);
		return toRow(paper, round, now);
	});
}

function toRow(paper: IngestedPaper, round: number, now: Date) {
	const { listing, counts, organization, aiSummary } = paper;
	return {
		round,
		id: paper.id,
		seen_at: counts?.capturedAt ?? now,
		title: paper.title,
		abstract: paper.abstract,
		author_names: paper.authors,
		author_slugs: paper.authors.map(slugify),
		published_at: paper.publishedAt,
		revised_at: paper.revisedAt,
		version: paper.version,
		categories: paper.categories ?? [],
		doi: paper.doi,
		journal_ref: paper.journalRef,
		author_comment: paper.authorComment,
		listing_date: listing?.date,
		listed_at: listing?.listedAt,
		submitted_by: listing?.submittedBy,
		upvotes: counts?.upvotes,
		comments: counts?.comments,
		org_slug: organization?.slug,
		org_name: organization?.name,
		org_logo: organization?.logoUrl,
		github_repo: paper.githubRepo,
		github_stars: paper.githubStars,
		project_page: paper.projectPage,
		ai_summary: aiSummary?.text,
		ai_summary_model: aiSummary?.model,
		keywords: paper.keywords ?? [],
		thumbnail_url: paper.thumbnailUrl,
	};
}
