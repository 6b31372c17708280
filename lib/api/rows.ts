import type { Prisma } from "../db/generated/client";
import { submitterName } from "../papers/submitter";
import type { ApiPaper, DailyPaper } from "./schemas";

/** The columns that the API tells of a paper. */
export const paperColumns = {
	id: true,
	title: true,
	abstract: true,
	publishedAt: true,
	listedAt: true,
	upvotes: true,
	localComments: true,
	importedComments: true,
	projectPage: true,
	githubRepo: true,
	githubStars: true,
	aiSummary: true,
	keywords: true,
	thumbnailUrl: true,
	submittedBy: true,
	submitter: { select: { name: true } },
	organization: { select: { slug: true, name: true, logoUrl: true } },
	authors: { select: { name: true }, orderBy: { position: "asc" } },
} satisfies Prisma.PaperSelect;

type PaperRow = Prisma.PaperGetPayload<{ select: typeof paperColumns }>;

/** What is undefined in it is left out of the JSON. */
export function toApiPaper(row: PaperRow): ApiPaper {
	return {
		id: row.id,
		authors: row.authors.map(({ name }) => ({ name, hidden: false })),
		publishedAt: row.publishedAt?.toISOString(),
		submittedOnDailyAt: row.listedAt?.toISOString(),
		submittedOnDailyBy: toSubmitter(row),
		title: row.title,
		summary: row.abstract,
		upvotes: row.upvotes,
		projectPage: row.projectPage ?? undefined,
		githubRepo: row.githubRepo === null ? undefined : `https://github.com/${row.githubRepo}`,
		githubStars: row.githubStars ?? undefined,
		ai_summary: row.aiSummary ?? undefined,
		ai_keywords: row.keywords.length > 0 ? row.keywords : undefined,
		organization: row.organization
			? {
					name: row.organization.slug,
					fullname: row.organization.name,
					avatar: row.organization.logoUrl ?? undefined,
				}
			: undefined,
	};
}

/**
 * An item of a list. Its own `publishedAt` meant the day of listing at Hugging Face until March 2025, and since then the paper's
 * date less some hours. Here it is the paper's date, to which the newer meaning comes closest.
 */
export function toDailyPaper(row: PaperRow): DailyPaper {
	const paper = toApiPaper(row);
	return {
		paper,
		publishedAt: paper.publishedAt,
		title: paper.title,
		summary: paper.summary,
		thumbnail: row.thumbnailUrl ?? undefined,
		numComments: row.localComments + row.importedComments,
		submittedBy: paper.submittedOnDailyBy,
		organization: paper.organization,
	};
}

function toSubmitter({ submitter, submittedBy }: PaperRow): ApiPaper["submittedOnDailyBy"] {
	const fullname = submitterName(submitter, submittedBy);
	return fullname === null ? undefined : { fullname };
}
