import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import { Prisma } from "../db/generated/client";
import { type WindowKind, windowOf, windowPath } from "../feed/windows";
import { type UtcDate, utcDateOf } from "../time";
import { ADDRESSES_MAX, divideIds, PART_SIZE, SITEMAP_KINDS, type SitemapKind, type SitemapPart } from "./parts";
import type { SitemapEntry } from "./types";

/**
 * Where a kind's parts begin and end follows from keys: finding one by counting those before it would take the longer the more
 * there are.
 */
type Source = {
	listParts: () => Promise<number[]>;
	/** @returns undefined for a part that there is not */
	read: (part: number) => Promise<SitemapEntry[] | undefined>;
};

/** Parts from 1 on. */
const counted = (
	countParts: () => Promise<number>,
	read: (part: number, parts: number) => Promise<SitemapEntry[]>,
): Source => ({
	listParts: async () => Array.from({ length: await countParts() }, (_, index) => index + 1),
	read: async (part) => {
		const parts = await countParts();
		return part <= parts ? read(part, parts) : undefined;
	},
});

/** A hundred years of days fit into one part; weeks and months are made of them. */
const wholeOf = (kind: WindowKind): Source =>
	counted(
		async () => ((await db().edition.findFirst({ select: { date: true } })) === null ? 0 : 1),
		() => listWindows(kind),
	);

const SOURCES: Record<SitemapKind, Source> = {
	papers: { listParts: listMonths, read: listPapers },
	days: wholeOf("date"),
	weeks: wholeOf("week"),
	months: wholeOf("month"),
	authors: counted(() => countShares("authors"), listAuthors),
	orgs: counted(() => countShares("organizations"), listOrganizations),
	topics: counted(countTopicParts, listTopics),
};

/** All sitemaps that there are. */
export async function listSitemapParts(): Promise<SitemapPart[]> {
	const parts = await Promise.all(
		SITEMAP_KINDS.map(async (kind) => (await SOURCES[kind].listParts()).map((part) => ({ kind, part }))),
	);
	return parts.flat();
}

/** What stands in a sitemap; undefined for one that there is not. */
export function readSitemapPart({ kind, part }: SitemapPart): Promise<SitemapEntry[] | undefined> {
	return SOURCES[kind].read(part);
}

const rows = z.array(z.object({ name: z.string(), changed: z.date().optional() }));

function toEntries(base: string, found: unknown): SitemapEntry[] {
	return rows.parse(found).map(({ name, changed }) => ({ path: base + name, changed }));
}

function toSlugEntries(base: string, found: unknown): SitemapEntry[] {
	return rows.parse(found).map(({ name, changed }) => ({ path: base + encodeURIComponent(name), changed }));
}

const monthRows = z.array(z.object({ month: z.number() }));

/** Months that have papers, as `202606`: each is found from the one before it. One keeps its papers whatever else comes. */
async function listMonths(): Promise<number[]> {
	const found = await db().$queryRaw`
		WITH RECURSIVE months AS (
			(SELECT edition_date AS day FROM papers WHERE hidden_at IS NULL ORDER BY edition_date LIMIT 1)
			UNION ALL
			SELECT (
				SELECT edition_date FROM papers
				WHERE edition_date >= date_trunc('month', day) + interval '1 month' AND hidden_at IS NULL
				ORDER BY edition_date LIMIT 1
			)
			FROM months WHERE day IS NOT NULL
		)
		SELECT to_char(day, 'YYYYMM')::int AS month FROM months WHERE day <= ${new Date()}::date`;
	return monthRows.parse(found).map(({ month }) => month);
}

const MONTH = /^(\d{4})(0[1-9]|1[0-2])$/;

async function listPapers(part: number): Promise<SitemapEntry[] | undefined> {
	const [, year, month] = MONTH.exec(String(part)) ?? [];
	if (year === undefined) return undefined;
	const { first, last } = windowOf("month", `${year}-${month}-01` as UtcDate);
	const found = await db().$queryRaw`
		SELECT id AS name, greatest(listed_at, updated_at) AS changed FROM papers
		WHERE edition_date BETWEEN ${first}::date AND ${last}::date AND hidden_at IS NULL
		ORDER BY listed_at, id DESC LIMIT ${ADDRESSES_MAX}`;
	const entries = toEntries("/papers/", found);
	return entries.length > 0 ? entries : undefined;
}

const sizeRows = z.tuple([z.object({ rows: z.number() })]);

/**
 * The parts of a table whose ids are random, so that equal shares of all possible ids have about as many rows each. How many rows
 * there are Postgres knows from when it last looked; a power of two of parts, so that they rarely move.
 */
async function countShares(table: "authors" | "organizations"): Promise<number> {
	const found = await db().$queryRaw`
		SELECT greatest(reltuples, 0)::float8 + (SELECT count(*) FROM (SELECT FROM ${Prisma.raw(table)} ORDER BY id LIMIT 1) one)::int AS rows
		FROM pg_class WHERE oid = ${table}::regclass`;
	const [size] = sizeRows.parse(found);
	if (size.rows === 0) return 0;
	return 2 ** Math.max(0, Math.ceil(Math.log2(size.rows / PART_SIZE)));
}

/** A condition on ids: from the first of a part to before the first of the next. */
function within(part: number, parts: number): Prisma.Sql {
	const starts = divideIds(parts);
	const [from, to] = [starts[part - 1] ?? null, starts[part] ?? null];
	return to === null ? Prisma.sql`id >= ${from}::uuid` : Prisma.sql`id >= ${from}::uuid AND id < ${to}::uuid`;
}

/** Each with the listing of their newest paper. */
async function listAuthors(part: number, parts: number): Promise<SitemapEntry[]> {
	const found = await db().$queryRaw`
		SELECT a.slug AS name, newest.listed_at AS changed
		FROM (SELECT id, slug FROM authors WHERE ${within(part, parts)} LIMIT ${ADDRESSES_MAX}) a
		CROSS JOIN LATERAL (
			SELECT max(listed_at) AS listed_at
			FROM (SELECT paper_id FROM paper_authors WHERE author_id = a.id OFFSET 0) written
			CROSS JOIN LATERAL (SELECT listed_at FROM papers WHERE id = paper_id AND hidden_at IS NULL OFFSET 0) shown
		) newest
		WHERE newest.listed_at IS NOT NULL ORDER BY a.id`;
	return toSlugEntries("/authors/", found);
}

/** Each with the listing of its newest paper. */
async function listOrganizations(part: number, parts: number): Promise<SitemapEntry[]> {
	const found = await db().$queryRaw`
		SELECT o.slug AS name, newest.listed_at AS changed
		FROM (SELECT id, slug FROM organizations WHERE ${within(part, parts)} LIMIT ${ADDRESSES_MAX}) o
		CROSS JOIN LATERAL (
			SELECT listed_at FROM papers
			WHERE organization_id = o.id AND hidden_at IS NULL AND edition_date IS NOT NULL
			ORDER BY edition_date DESC, listed_at DESC LIMIT 1
		) newest
		ORDER BY o.id`;
	return toSlugEntries("/orgs/", found);
}

const lastRows = z.tuple([z.object({ last: z.number().nullable() })]);

/** By their numbers: none is ever given again. */
async function countTopicParts(): Promise<number> {
	const [{ last }] = lastRows.parse(await db().$queryRaw`SELECT max(id) AS last FROM topics`);
	return Math.ceil((last ?? 0) / PART_SIZE);
}

/** Those of two papers at least. Of each no third is looked at: half of all papers may share a topic. */
async function listTopics(part: number): Promise<SitemapEntry[]> {
	const found = await db().$queryRaw`
		SELECT t.slug AS name
		FROM topics t
		WHERE t.id > ${(part - 1) * PART_SIZE}::int AND t.id <= ${part * PART_SIZE}::int AND 2 = (
			SELECT count(*) FROM (
				SELECT FROM paper_topics pt JOIN papers p ON p.id = pt.paper_id
				WHERE pt.topic_id = t.id AND p.hidden_at IS NULL AND p.listed_at IS NOT NULL LIMIT 2
			) two
		)
		ORDER BY t.id`;
	return toSlugEntries("/topics/", found);
}

/** Days up to today that have papers, oldest first. */
async function listDays(): Promise<UtcDate[]> {
	const editions = await db().edition.findMany({
		where: { date: { lte: new Date() }, papers: { some: { hiddenAt: null } } },
		select: { date: true },
		orderBy: { date: "asc" },
	});
	return editions.map(({ date }) => utcDateOf(date));
}

/** Days with papers, or the weeks or months around them, each with the last such day: on it papers came. */
async function listWindows(kind: WindowKind): Promise<SitemapEntry[]> {
	const entries = (await listDays()).map((day): [string, SitemapEntry] => {
		const path = windowPath(windowOf(kind, day));
		return [path, { path, changed: day }];
	});
	return [...new Map(entries).values()];
}
