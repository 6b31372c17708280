import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import { startOfDay, type UtcDate, utcDateOf } from "../time";
import type { Digest, DigestPaper } from "./types";

/** How many papers a digest brings at most. */
const PAPERS_MAX = 10;

const utcDate = z.date().transform(utcDateOf);

const editionRows = z.array(z.object({ date: utcDate, isSample: z.boolean() }));

/** The newest edition before a day that has papers; undefined while there is none. */
export async function findNewestEditionBefore(day: UtcDate): Promise<{ date: UtcDate; isSample: boolean } | undefined> {
	const rows = await db().$queryRaw`
		SELECT date, is_sample AS "isSample" FROM editions
		WHERE date < ${day}::date AND EXISTS (
			SELECT 1 FROM papers WHERE edition_date = editions.date AND hidden_at IS NULL
		)
		ORDER BY date DESC LIMIT 1`;
	return editionRows.parse(rows)[0];
}

const topPaperRows = z.array(
	z.object({
		id: z.string(),
		title: z.string(),
		abstract: z.string(),
		authorCount: z.number().nullable(),
		organization: z.string().nullable(),
		upvotes: z.number(),
	}),
);

export type TopPaper = z.infer<typeof topPaperRows>[number];

/** An edition's top papers: upvotes, then earlier listing, then id. */
export async function listTopPapers(edition: UtcDate): Promise<TopPaper[]> {
	const rows = await db().$queryRaw`
		SELECT p.id, p.title, p.abstract, p.author_count AS "authorCount", o.name AS organization,
			p.local_upvotes + p.imported_upvotes AS upvotes
		FROM papers p LEFT JOIN organizations o ON o.id = p.organization_id
		WHERE p.edition_date = ${edition}::date AND p.hidden_at IS NULL
		ORDER BY upvotes DESC, p.listed_at, p.id COLLATE "C" LIMIT ${PAPERS_MAX}`;
	return topPaperRows.parse(rows);
}

const digestPapers: z.ZodType<DigestPaper[]> = z.array(
	z.object({
		id: z.string(),
		title: z.string(),
		summary: z.string(),
		by: z.string().nullable(),
		upvotes: z.number(),
	}),
);

/** The composed daily digest of an edition; undefined before it is composed. */
export async function findDigest(edition: UtcDate): Promise<Digest | undefined> {
	const row = await db().digest.findUnique({
		where: { kind_date: { kind: "daily", date: startOfDay(edition) } },
		include: { edition: { select: { isSample: true } } },
	});
	return row ? toDigest(row) : undefined;
}

/** The digests that have deliveries which no batch holds yet, newest first. */
export async function listUnbatchedDigests(): Promise<Digest[]> {
	const rows = await db().digest.findMany({
		where: { deliveries: { some: { state: "planned", batchId: null } } },
		include: { edition: { select: { isSample: true } } },
		orderBy: { date: "desc" },
	});
	return rows.map(toDigest);
}

/** How many deliveries are still to be sent. */
export async function countWaiting(): Promise<number> {
	return db().delivery.count({ where: { state: "planned" } });
}

/** How many subscribers the edition's digest would be planned for now. */
export async function countUnplanned(edition: UtcDate): Promise<number> {
	return db().subscriber.count({
		where: { state: "confirmed", deliveries: { none: { kind: "daily", date: startOfDay(edition) } } },
	});
}

function toDigest(row: {
	id: string;
	date: Date;
	subject: string;
	papers: unknown;
	edition: { isSample: boolean };
}): Digest {
	return {
		id: row.id,
		date: utcDateOf(row.date),
		isSample: row.edition.isSample,
		subject: row.subject,
		papers: digestPapers.parse(row.papers),
	};
}
