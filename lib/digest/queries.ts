import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import { startOfDay, type UtcDate, utcDateOf } from "../time";
import { firstDayOf } from "./days";
import type { Digest, DigestBalance, DigestKind, DigestPaper, RisenPaper, SelectionContent } from "./types";

/** More than a busy week has: what subscribers choose from. */
const PAPERS_MAX = 1000;

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
		code: z.string().nullable(),
	}),
);

export type TopPaper = z.infer<typeof topPaperRows>[number];

/** The top papers of some days' editions, both days included: upvotes, then earlier listing, then id. */
export async function listTopPapers(from: UtcDate, to: UtcDate): Promise<TopPaper[]> {
	const rows = await db().$queryRaw`
		SELECT p.id, p.title, p.abstract, p.author_count AS "authorCount", o.name AS organization,
			p.local_upvotes + p.imported_upvotes AS upvotes, p.github_repo AS code
		FROM papers p LEFT JOIN organizations o ON o.id = p.organization_id
		WHERE p.edition_date BETWEEN ${from}::date AND ${to}::date AND p.hidden_at IS NULL
		ORDER BY upvotes DESC, p.listed_at, p.id COLLATE "C" LIMIT ${PAPERS_MAX}`;
	return topPaperRows.parse(rows);
}

const risenPaper: z.ZodType<RisenPaper> = z.object({
	id: z.string(),
	title: z.string(),
	gained: z.number(),
	since: z.iso.date().transform((date) => date as UtcDate),
});

const RISEN_MAX = 20;
/** Less is no news. */
const GAINED_LEAST = 10;

/**
 * Papers of the digest before one that have gained most upvotes since that was composed, with most first. Before a week's is one
 * that has no day of it: those who read on other weekdays have theirs between.
 */
export async function listRisen(kind: DigestKind, date: UtcDate): Promise<RisenPaper[]> {
	const rows = await db().$queryRaw`
		SELECT p.id, was->>'title' AS title, p.upvotes - (was->>'upvotes')::int AS gained, before.date::text AS since
		FROM (
				SELECT papers, date FROM digests
				WHERE kind = ${kind}::digest_kind AND date < ${firstDayOf({ kind, date })}::date ORDER BY date DESC LIMIT 1
			) AS before,
			jsonb_array_elements(before.papers) AS was JOIN papers p ON p.id = was->>'id'
		WHERE p.hidden_at IS NULL AND p.upvotes - (was->>'upvotes')::int >= ${GAINED_LEAST}::int
		ORDER BY gained DESC, p.id LIMIT ${RISEN_MAX}`;
	return z.array(risenPaper).parse(rows);
}

const digestPapers: z.ZodType<DigestPaper[]> = z.array(
	z.object({
		id: z.string(),
		title: z.string(),
		summary: z.string(),
		by: z.string().nullable(),
		upvotes: z.number(),
		/** Those composed before this was kept have none. */
		code: z.string().nullable().default(null),
	}),
);

const withEdition = { edition: { select: { isSample: true } } };

/** A composed digest; undefined before it is composed. */
export async function findDigest(kind: DigestKind, date: UtcDate): Promise<Digest | undefined> {
	const row = await db().digest.findUnique({
		where: { kind_date: { kind, date: startOfDay(date) } },
		include: withEdition,
	});
	return row ? (await toDigests([row]))[0] : undefined;
}

/** The digests that have deliveries which no batch holds yet, newest first. */
export async function listUnbatchedDigests(): Promise<Digest[]> {
	const rows = await db().digest.findMany({
		where: { deliveries: { some: { state: "planned", batchId: null } } },
		include: withEdition,
		orderBy: [{ date: "desc" }, { kind: "asc" }],
	});
	return toDigests(rows);
}

const selectionContent: z.ZodType<SelectionContent> = z.object({
	papers: z.array(z.string()),
	matches: z.array(z.string()),
	why: z.record(z.string(), z.string()),
	risen: z.array(risenPaper),
	language: z.string(),
});

const selectionRows = z.array(z.object({ id: z.string(), content: selectionContent }));

/**
 * The selections of the deliveries that go into a digest's next batch.
 *
 * @param triedInVain whether it is of those that were tried in vain, or of the others
 */
export async function listNextSelections(digestId: string, max: number, triedInVain: boolean) {
	const rows = await db().$queryRaw`
		SELECT id, content FROM digest_selections WHERE id IN (
			SELECT selection_id FROM deliveries
			WHERE digest_id = ${digestId}::uuid AND state = 'planned' AND batch_id IS NULL AND selection_id IS NOT NULL
				AND (reason IS NOT NULL) = ${triedInVain}
			ORDER BY selection_id LIMIT ${max}
		)`;
	return selectionRows.parse(rows);
}

/** What was in a mail; undefined where there is none of that id. */
export async function findSelection(id: string): Promise<{ digest: Digest; content: SelectionContent } | undefined> {
	const row = await db().digestSelection.findUnique({
		where: { id },
		select: { content: true, digest: { include: withEdition } },
	});
	const [digest] = row ? await toDigests([row.digest]) : [];
	return row === null || digest === undefined ? undefined : { digest, content: selectionContent.parse(row.content) };
}

const waitingRows = z.tuple([z.object({ waiting: z.number() })]);

/** How many deliveries are still to be sent, digest by digest: few of them have any, and all that were ever sent are many. */
export async function countWaiting(): Promise<number> {
	const rows = await db().$queryRaw`
		SELECT (coalesce(sum(waiting), 0))::int AS waiting
		FROM digests CROSS JOIN LATERAL (
			SELECT count(*) AS waiting FROM deliveries WHERE digest_id = digests.id AND state = 'planned' OFFSET 0
		) AS counted`;
	return waitingRows.parse(rows)[0].waiting;
}

const count = z.number();
const balanceRows = z.array(
	z.object({
		kind: z.enum(["daily", "weekly"]),
		edition: utcDate,
		planned: count,
		submitted: count,
		rejected: count,
		skipped: count,
		unknown: count,
		waiting: count,
		told: z.object({ delivered: count, softBounced: count, bounced: count, complained: count }),
	}),
);

/** What became of the deliveries of the digests mailed last, newest first. */
export async function listBalances(limit: number): Promise<DigestBalance[]> {
	const rows = await db().$queryRaw`
		SELECT g.kind::text, g.date AS edition, count(*)::int AS planned,
			(count(*) FILTER (WHERE state = 'submitted'))::int AS submitted,
			(count(*) FILTER (WHERE state = 'rejected'))::int AS rejected,
			(count(*) FILTER (WHERE state = 'skipped'))::int AS skipped,
			(count(*) FILTER (WHERE state = 'unknown'))::int AS unknown,
			(count(*) FILTER (WHERE state = 'planned'))::int AS waiting,
			jsonb_build_object(
				'delivered', count(*) FILTER (WHERE event_state = 'delivered'),
				'softBounced', count(*) FILTER (WHERE event_state = 'soft_bounced'),
				'bounced', count(*) FILTER (WHERE event_state = 'bounced'),
				'complained', count(*) FILTER (WHERE event_state = 'complained')) AS told
		FROM (
			SELECT id, kind, date FROM digests WHERE EXISTS (SELECT FROM deliveries WHERE digest_id = digests.id)
			ORDER BY date DESC, kind LIMIT ${limit}
		) AS g JOIN deliveries d ON d.digest_id = g.id
		GROUP BY g.id, g.kind, g.date ORDER BY g.date DESC, g.kind`;
	return balanceRows.parse(rows);
}

type DigestRow = {
	id: string;
	kind: DigestKind;
	date: Date;
	papers: unknown;
	risen: unknown;
	edition: { isSample: boolean };
};

/** As they were composed, without papers that a curator has hidden since. */
async function toDigests(rows: DigestRow[]): Promise<Digest[]> {
	const digests = rows.map((row) => ({
		id: row.id,
		kind: row.kind,
		date: utcDateOf(row.date),
		isSample: row.edition.isSample,
		papers: digestPapers.parse(row.papers),
		risen: z.array(risenPaper).parse(row.risen),
	}));
	const ids = digests.flatMap(({ papers, risen }) => [...papers, ...risen].map(({ id }) => id));
	const hidden = await db().paper.findMany({
		where: { id: { in: ids }, hiddenAt: { not: null } },
		select: { id: true },
	});
	const isHidden = new Set(hidden.map(({ id }) => id));
	const shown = <Paper extends { id: string }>(papers: Paper[]) => papers.filter(({ id }) => !isHidden.has(id));
	return digests.map((digest) => ({ ...digest, papers: shown(digest.papers), risen: shown(digest.risen) }));
}
