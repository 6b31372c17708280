import type { Prisma } from "../db/generated/client";
import type { PaperId } from "../papers/ids";
import { utcDateOf } from "../time";
import type { ListedPaper } from "./types";

/** The columns that feeds and exports need. */
export const listedColumns = {
	id: true,
	title: true,
	abstract: true,
	authors: { select: { name: true }, orderBy: { position: "asc" } },
	publishedAt: true,
	revisedAt: true,
	categories: true,
	doi: true,
	journalRef: true,
	keywords: true,
	listedAt: true,
	updatedAt: true,
	upvotes: true,
	localComments: true,
	importedComments: true,
	organization: { select: { name: true } },
	topics: { select: { topic: { select: { name: true, slug: true } } }, orderBy: { position: "asc" } },
	githubRepo: true,
	projectPage: true,
} satisfies Prisma.PaperSelect;

/** @throws if the row is not listed on any day */
export function toListedPaper(id: PaperId, row: Prisma.PaperGetPayload<{ select: typeof listedColumns }>): ListedPaper {
	const { publishedAt, revisedAt, localComments, importedComments, listedAt, ...same } = row;
	if (listedAt === null) throw new Error(`paper ${id} is in a list without being listed`);
	return {
		...same,
		id,
		listedAt,
		authors: row.authors.map(({ name }) => name),
		publishedOn: publishedAt && utcDateOf(publishedAt),
		revisedOn: revisedAt && utcDateOf(revisedAt),
		comments: localComments + importedComments,
		organization: row.organization?.name ?? null,
		topics: row.topics.map(({ topic }) => topic),
	};
}
