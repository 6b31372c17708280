import "server-only";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { db } from "../db/client";
import { parsePaperId } from "../papers/ids";
import { slugify } from "../papers/slug";
import { parseUtcDate, startOfDay } from "../time";

const FILE = path.resolve("prisma/sample/edition-2026-06-08.json");

const date = z.string().transform((text, context) => {
	const parsed = parseUtcDate(text);
	if (parsed) return startOfDay(parsed);
	context.addIssue({ code: "custom", message: "is not a date" });
	return z.NEVER;
});

const sampleEdition = z.object({
	date,
	papers: z.array(
		z.object({
			arxivId: z.string().refine((id) => parsePaperId(id) !== undefined),
			title: z.string().min(1),
			publishedOn: date.nullable(),
			authorCount: z.number().int().positive().nullable(),
			authors: z.array(z.string().min(1)),
			organization: z.object({ name: z.string(), slug: z.string() }).nullable(),
			commentCount: z.number().int().nonnegative(),
			summary: z.string().min(1),
			upvotes: z.number().int().nonnegative(),
		}),
	),
});

type SamplePaper = z.infer<typeof sampleEdition>["papers"][number];

/** One listed a minute after the other, in the file's order. */
const LISTING_STEP_MS = 60_000;

/**
 * Loads the sample edition, so that a first start has something to show.
 *
 * @returns how many papers were loaded: none if the database holds any paper already
 */
export async function loadSample(): Promise<number> {
	const sample = sampleEdition.parse(JSON.parse(await readFile(FILE, "utf8")));
	return db().$transaction(async (tx) => {
		if ((await tx.paper.count()) > 0) return 0;
		await tx.edition.create({ data: { date: sample.date, isSample: true } });
		const organizations = unique(sample.papers.flatMap((paper) => paper.organization ?? []));
		await tx.organization.createMany({ data: organizations });
		const organizationIds = await idsBySlug(tx.organization.findMany({ select: { id: true, slug: true } }));
		const names = unique(
			sample.papers.flatMap((paper) => paper.authors.map((name) => ({ name, slug: slugify(name) }))),
		);
		await tx.author.createMany({ data: names });
		const authorIds = await idsBySlug(tx.author.findMany({ select: { id: true, slug: true } }));
		await tx.paper.createMany({
			data: sample.papers.map((paper, index) => ({
				id: paper.arxivId,
				title: paper.title,
				abstract: paper.summary,
				publishedAt: paper.publishedOn,
				authorCount: paper.authorCount,
				organizationId: paper.organization && (organizationIds.get(paper.organization.slug) ?? null),
				editionDate: sample.date,
				listedAt: new Date(sample.date.getTime() + index * LISTING_STEP_MS),
				importedUpvotes: paper.upvotes,
				importedComments: paper.commentCount,
				importSource: "sample" as const,
				describedBy: "sample" as const,
				listedBy: "sample" as const,
			})),
		});
		await tx.paperAuthor.createMany({ data: sample.papers.flatMap((paper) => authorRows(paper, authorIds)) });
		return sample.papers.length;
	});
}

function authorRows(paper: SamplePaper, authorIds: Map<string, string>) {
	return paper.authors.map((name, position) => {
		const authorId = authorIds.get(slugify(name));
		if (authorId === undefined) throw new Error(`author ${name} was not stored`);
		return { paperId: paper.arxivId, position, authorId, name };
	});
}

function unique<Row extends { slug: string }>(rows: Row[]): Row[] {
	return [...new Map(rows.map((row) => [row.slug, row])).values()];
}

async function idsBySlug(rows: Promise<{ id: string; slug: string }[]>): Promise<Map<string, string>> {
	return new Map((await rows).map((row) => [row.slug, row.id]));
}
