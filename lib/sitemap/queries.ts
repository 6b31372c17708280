import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import { type WindowKind, windowOf, windowPath } from "../feed/windows";
import { utcDateOf } from "../time";
import { PART_SIZE, SITEMAP_KINDS, type SitemapKind, type SitemapPart } from "./parts";
import type { SitemapEntry } from "./types";

type Source = {
	count: () => Promise<number>;
	/** @param skip how many stand in the parts before */
	read: (skip: number) => Promise<SitemapEntry[]>;
};

/** A hundred years of days fit into one part; weeks and months are made of them. */
const wholeOf = (kind: WindowKind): Source => ({
	count: async () => Math.min(1, await db().edition.count()),
	read: () => listWindows(kind),
});

const SOURCES: Record<SitemapKind, Source> = {
	papers: { count: () => db().paper.count({ where: { listedAt: { not: null } } }), read: listPapers },
	days: wholeOf("date"),
	weeks: wholeOf("week"),
	months: wholeOf("month"),
	authors: { count: () => db().author.count(), read: listAuthors },
	orgs: { count: () => db().organization.count(), read: listOrganizations },
	topics: { count: () => db().topic.count(), read: listTopics },
};

/** All sitemaps that there are. */
export async function listSitemapParts(): Promise<SitemapPart[]> {
	const parts = await Promise.all(
		SITEMAP_KINDS.map(async (kind) => {
			const length = await countParts(kind);
			return Array.from({ length }, (_, index) => ({ kind, part: index + 1 }));
		}),
	);
	return parts.flat();
}

/** What stands in a sitemap, at most {@link PART_SIZE} addresses but for days; undefined for one that there is not. */
export async function readSitemapPart({ kind, part }: SitemapPart): Promise<SitemapEntry[] | undefined> {
	if (part > (await countParts(kind))) return undefined;
	return SOURCES[kind].read((part - 1) * PART_SIZE);
}

async function countParts(kind: SitemapKind): Promise<number> {
	return Math.ceil((await SOURCES[kind].count()) / PART_SIZE);
}

const rows = z.array(z.object({ name: z.string(), changed: z.date().optional() }));

function toEntries(base: string, found: unknown): SitemapEntry[] {
	return rows.parse(found).map(({ name, changed }) => ({ path: base + name, changed }));
}

function toSlugEntries(base: string, found: unknown): SitemapEntry[] {
	return rows.parse(found).map(({ name, changed }) => ({ path: base + encodeURIComponent(name), changed }));
}

// Places are counted by the index alone, and over all rows: what is hidden later keeps its place, so that nothing else moves.

/** In the order of listing: new papers come last, and leave the parts before as they are. */
async function listPapers(skip: number): Promise<SitemapEntry[]> {
	const found = await db().$queryRaw`
		WITH part AS (
			SELECT id FROM papers WHERE listed_at IS NOT NULL ORDER BY listed_at, id DESC OFFSET ${skip} LIMIT ${PART_SIZE}
		)
		SELECT p.id AS name, greatest(p.listed_at, p.updated_at) AS changed
		FROM part JOIN papers p ON p.id = part.id WHERE p.hidden_at IS NULL ORDER BY p.listed_at, p.id DESC`;
	return toEntries("/papers/", found);
}

/** Each with the listing of their newest paper. */
async function listAuthors(skip: number): Promise<SitemapEntry[]> {
	const found = await db().$queryRaw`
		WITH part AS (SELECT id FROM authors ORDER BY id OFFSET ${skip} LIMIT ${PART_SIZE})
		SELECT a.slug AS name, max(p.listed_at) AS changed
		FROM part JOIN authors a ON a.id = part.id
		JOIN paper_authors pa ON pa.author_id = part.id
		JOIN papers p ON p.id = pa.paper_id AND p.hidden_at IS NULL AND p.listed_at IS NOT NULL
		GROUP BY a.id ORDER BY a.id`;
	return toSlugEntries("/authors/", found);
}

/** Each with the listing of its newest paper. */
async function listOrganizations(skip: number): Promise<SitemapEntry[]> {
	const found = await db().$queryRaw`
		WITH part AS (SELECT id FROM organizations ORDER BY id OFFSET ${skip} LIMIT ${PART_SIZE})
		SELECT o.slug AS name, max(p.listed_at) AS changed
		FROM part JOIN organizations o ON o.id = part.id
		JOIN papers p ON p.organization_id = part.id AND p.hidden_at IS NULL AND p.listed_at IS NOT NULL
		GROUP BY o.id ORDER BY o.id`;
	return toSlugEntries("/orgs/", found);
}

/** Those of two papers at least. Of each no third is looked at: half of all papers may share a topic. */
async function listTopics(skip: number): Promise<SitemapEntry[]> {
	const found = await db().$queryRaw`
		WITH part AS (SELECT id FROM topics ORDER BY id OFFSET ${skip} LIMIT ${PART_SIZE})
		SELECT t.slug AS name
		FROM part JOIN topics t ON t.id = part.id
		WHERE 2 = (
			SELECT count(*) FROM (
				SELECT FROM paper_topics pt JOIN papers p ON p.id = pt.paper_id
				WHERE pt.topic_id = part.id AND p.hidden_at IS NULL AND p.listed_at IS NOT NULL LIMIT 2
			) two
		)
		ORDER BY t.id`;
	return toSlugEntries("/topics/", found);
}

/** Days with papers, or the weeks or months around them, each with the last such day: on it papers came. */
async function listWindows(kind: WindowKind): Promise<SitemapEntry[]> {
	const editions = await db().edition.findMany({
		where: { date: { lte: new Date() }, papers: { some: { hiddenAt: null } } },
		select: { date: true },
		orderBy: { date: "asc" },
	});
	const entries = editions.map(({ date }): [string, SitemapEntry] => {
		const day = utcDateOf(date);
		const path = windowPath(windowOf(kind, day));
		return [path, { path, changed: day }];
	});
	return [...new Map(entries).values()];
}
