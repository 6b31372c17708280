import type { Prisma } from "../db/generated/client";
import { utcDateOf } from "../time";
import { drawSparkline } from "./history";
import { type PaperId, parsePaperId } from "./ids";
import { renderRichText } from "./latex";
import { submitterName } from "./submitter";
import type { HistoryPoint, PaperDetails, PaperSummary, Submitter, Upvotes } from "./types";

/** The columns that a card needs. */
export const summaryColumns = {
	id: true,
	title: true,
	abstract: true,
	aiSummary: true,
	aiSummaryModel: true,
	publishedAt: true,
	authorCount: true,
	organization: { select: { name: true, slug: true } },
	topics: { select: { topic: { select: { name: true, slug: true } } }, orderBy: { position: "asc" } },
	localUpvotes: true,
	importedUpvotes: true,
	localComments: true,
	importedComments: true,
	importSource: true,
	rising: true,
	githubRepo: true,
	githubStars: true,
	projectPage: true,
	editionDate: true,
	listedAt: true,
} satisfies Prisma.PaperSelect;

type SummaryRow = Prisma.PaperGetPayload<{ select: typeof summaryColumns }>;

/** The columns that a paper's page needs. */
export const detailColumns = {
	...summaryColumns,
	listedBy: true,
	submittedBy: true,
	submitter: { select: { name: true } },
	authors: {
		select: {
			name: true,
			author: { select: { slug: true, claims: { where: { state: "approved" }, select: { id: true }, take: 1 } } },
		},
		orderBy: { position: "asc" },
	},
	categories: true,
	keywords: true,
	version: true,
	revisedAt: true,
	doi: true,
	journalRef: true,
	authorComment: true,
	thumbnailUrl: true,
} satisfies Prisma.PaperSelect;

type DetailRow = Prisma.PaperGetPayload<{ select: typeof detailColumns }>;

/**
 * @param history of its upvotes, oldest first
 * @throws if the row is not listed on any day: only listed papers have a card
 */
export function toSummary(row: SummaryRow, history: HistoryPoint[], now: Date): PaperSummary {
	const { editionDate, listedAt } = row;
	if (editionDate === null || listedAt === null) throw new Error(`paper ${row.id} has a card without being listed`);
	return {
		...toCommon(row),
		sparkline: drawSparkline(history, now),
		editionDate: utcDateOf(editionDate),
		listedAt,
	};
}

export function toDetails(row: DetailRow, history: HistoryPoint[], rank: number | null): PaperDetails {
	return {
		...toCommon(row),
		source: { title: row.title, abstract: row.abstract },
		authors: row.authors.map(({ name, author: { slug, claims } }) => ({
			name,
			slug,
			...(claims.length > 0 && { isKnown: true as const }),
		})),
		editionDate: row.editionDate && utcDateOf(row.editionDate),
		submitter: toSubmitter(row),
		categories: row.categories,
		keywords: row.keywords,
		version: row.version,
		revisedOn: row.revisedAt && utcDateOf(row.revisedAt),
		doi: row.doi,
		journalRef: row.journalRef,
		authorComment: row.authorComment,
		thumbnailUrl: row.thumbnailUrl,
		history,
		rank,
	};
}

function toSubmitter({ submitter, submittedBy, listedBy }: DetailRow): Submitter | null {
	if (submitter === null && !submittedBy?.trim()) return null;
	return { name: submitterName(submitter, submittedBy), source: submitter === null ? listedBy : null };
}

function toCommon(row: SummaryRow) {
	return {
		id: toPaperId(row.id),
		title: renderRichText(row.title),
		abstract: renderRichText(row.abstract),
		aiSummary: row.aiSummary === null ? null : { text: row.aiSummary, model: row.aiSummaryModel },
		publishedOn: row.publishedAt && utcDateOf(row.publishedAt),
		authorCount: row.authorCount,
		organization: row.organization,
		topics: row.topics.map(({ topic }) => topic),
		comments: { local: row.localComments, imported: row.importedComments },
		code: row.githubRepo === null ? null : { repo: row.githubRepo, stars: row.githubStars },
		projectPage: row.projectPage,
		upvotes: toUpvotes(row),
		rising: Number.isFinite(row.rising) ? row.rising : null,
	};
}

function toUpvotes(row: Pick<SummaryRow, "localUpvotes" | "importedUpvotes" | "importSource">): Upvotes {
	return {
		total: row.localUpvotes + row.importedUpvotes,
		local: row.localUpvotes,
		imported: row.importedUpvotes,
		importSource: row.importSource,
	};
}

function toPaperId(text: string): PaperId {
	const id = parsePaperId(text);
	if (id === undefined) throw new Error("the database holds a paper with an id that no page can have");
	return id;
}
