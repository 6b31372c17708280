import type { Prisma } from "../db/generated/client";
import { utcDateOf } from "../time";
import { type PaperId, parsePaperId } from "./ids";
import type { PaperDetails, PaperSummary, Submitter, Upvotes } from "./types";

/** The columns that a card needs. */
export const summaryColumns = {
	id: true,
	title: true,
	abstract: true,
	publishedAt: true,
	authorCount: true,
	organization: { select: { name: true, slug: true } },
	localUpvotes: true,
	importedUpvotes: true,
	importedComments: true,
	importSource: true,
	githubRepo: true,
	githubStars: true,
	projectPage: true,
	listedAt: true,
} satisfies Prisma.PaperSelect;

type SummaryRow = Prisma.PaperGetPayload<{ select: typeof summaryColumns }>;

/** The columns that a paper's page needs. */
export const detailColumns = {
	...summaryColumns,
	editionDate: true,
	listedBy: true,
	submittedBy: true,
	submitter: { select: { name: true } },
	authors: { select: { name: true }, orderBy: { position: "asc" } },
} satisfies Prisma.PaperSelect;

type DetailRow = Prisma.PaperGetPayload<{ select: typeof detailColumns }>;

/** @throws if the row is not listed on any day: only listed papers have a card */
export function toSummary(row: SummaryRow): PaperSummary {
	if (row.listedAt === null) throw new Error(`paper ${row.id} has a card without being listed`);
	return { ...toCommon(row), listedAt: row.listedAt };
}

export function toDetails(row: DetailRow): PaperDetails {
	return {
		...toCommon(row),
		authors: row.authors.map((author) => author.name),
		editionDate: row.editionDate && utcDateOf(row.editionDate),
		submitter: toSubmitter(row),
	};
}

/** Sign-in services may take an address for a name; addresses are nobody's to read. */
function toSubmitter({ submitter, submittedBy, listedBy }: DetailRow): Submitter | null {
	const name = (submitter?.name ?? submittedBy ?? "").trim();
	if (submitter === null && name === "") return null;
	return { name: name === "" || name.includes("@") ? null : name, source: submitter === null ? listedBy : null };
}

function toCommon(row: SummaryRow) {
	return {
		id: toPaperId(row.id),
		title: row.title,
		abstract: row.abstract,
		publishedOn: row.publishedAt && utcDateOf(row.publishedAt),
		authorCount: row.authorCount,
		organization: row.organization,
		commentCount: row.importedComments,
		code: row.githubRepo === null ? null : { repo: row.githubRepo, stars: row.githubStars },
		projectPage: row.projectPage,
		upvotes: toUpvotes(row),
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
