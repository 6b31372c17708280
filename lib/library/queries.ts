import "server-only";
import { z } from "zod";
import { db } from "../db/client";
import type { Prisma } from "../db/generated/client";
import { PAGE_SIZE } from "../feed/views";
import { type PaperId, parsePaperId } from "../papers/ids";
import { listSummariesOf } from "../papers/queries";
import { seenMode } from "./schemas";
import type { Kept, LibraryPage, ReadingList, SeenMode } from "./types";

/** What a library shows of what it holds: a paper that a curator hides is gone from it until it is shown again. */
const SHOWN = { hiddenAt: null, editionDate: { not: null } } satisfies Prisma.PaperWhereInput;

/** One page of somebody's library, the newest save first. */
export async function readLibraryPage(userId: string, page: number): Promise<LibraryPage> {
	const where = { userId, paper: SHOWN };
	const [count, rows] = await Promise.all([
		db().save.count({ where }),
		db().save.findMany({ where, orderBy: NEWEST_SAVE, ...partOf(page), select: { paperId: true } }),
	]);
	return { count, ...(await toPage(rows)) };
}

/** One page of a list of somebody's own, the latest addition first; undefined if they have no such list. */
export async function readListPage(
	userId: string,
	listId: string,
	page: number,
): Promise<(LibraryPage & { name: string }) | undefined> {
	const where = { listId, userId, save: { paper: SHOWN } };
	const [list, count, rows] = await Promise.all([
		db().readingList.findUnique({ where: { id: listId, userId }, select: { name: true } }),
		db().readingListPaper.count({ where }),
		db().readingListPaper.findMany({ where, orderBy: NEWEST_ADDITION, ...partOf(page), select: { paperId: true } }),
	]);
	return list === null ? undefined : { ...list, count, ...(await toPage(rows)) };
}

/** Somebody's lists, by name. */
export async function listReadingLists(userId: string): Promise<ReadingList[]> {
	const lists = await db().readingList.findMany({
		where: { userId },
		select: { id: true, name: true, _count: { select: { papers: { where: { save: { paper: SHOWN } } } } } },
	});
	return lists
		.map(({ _count, ...list }) => ({ ...list, papers: _count.papers }))
		.sort((one, other) => one.name.localeCompare(other.name, "en"));
}

/** How a paper stands in somebody's library: whether it is there, and the ids of the lists that it is on. */
export async function findSaved(userId: string, paperId: PaperId): Promise<{ saved: boolean; lists: string[] }> {
	const save = await db().save.findUnique({
		where: { userId_paperId: { userId, paperId } },
		select: { listings: { select: { listId: true } } },
	});
	return { saved: save !== null, lists: save?.listings.map(({ listId }) => listId) ?? [] };
}

/**
 * Which papers are in somebody's library, or on one of their lists, the newest first.
 *
 * @returns undefined if they have no such list
 */
export async function listSavedIds(userId: string, limit: number, listId?: string): Promise<PaperId[] | undefined> {
	if (listId === undefined) {
		const where = { userId, paper: SHOWN };
		return toIds(await db().save.findMany({ where, orderBy: NEWEST_SAVE, take: limit, select: { paperId: true } }));
	}
	if ((await db().readingList.count({ where: { id: listId, userId } })) === 0) return undefined;
	const where = { listId, userId, save: { paper: SHOWN } };
	const select = { paperId: true };
	return toIds(await db().readingListPaper.findMany({ where, orderBy: NEWEST_ADDITION, take: limit, select }));
}

const keptRows = z.array(z.object({ seenMode, saved: z.array(z.string()), seen: z.array(z.string()) }));

/** What of somebody's own papers on a page need beside their votes, in one query. */
export async function keptAmong(userId: string, paperIds: PaperId[]): Promise<Kept> {
	const rows = await db().$queryRaw`
		SELECT seen_mode::text AS "seenMode",
			ARRAY(SELECT paper_id FROM saves WHERE user_id = users.id AND paper_id = ANY(${paperIds})) AS saved,
			ARRAY(
				SELECT paper_id FROM seen_papers
				WHERE user_id = users.id AND paper_id = ANY(${paperIds}) AND users.seen_mode <> 'off'
			) AS seen
		FROM users WHERE id = ${userId}`;
	return keptRows.parse(rows)[0] ?? { seenMode: "off", saved: [], seen: [] };
}

/** What the settings of somebody's library show. */
export async function readLibrarySettings(
	userId: string,
): Promise<{ seenMode: SeenMode; seen: number; feedMadeAt: Date | null }> {
	const user = await db().user.findUniqueOrThrow({
		where: { id: userId },
		select: {
			seenMode: true,
			libraryFeed: { select: { createdAt: true } },
			_count: { select: { seenPapers: true } },
		},
	});
	return { seenMode: user.seenMode, seen: user._count.seenPapers, feedMadeAt: user.libraryFeed?.createdAt ?? null };
}

const NEWEST_SAVE = [{ savedAt: "desc" }, { paperId: "asc" }] satisfies Prisma.SaveOrderByWithRelationInput[];
const NEWEST_ADDITION = [
	{ addedAt: "desc" },
	{ paperId: "asc" },
] satisfies Prisma.ReadingListPaperOrderByWithRelationInput[];

/** One more than is shown tells whether another page follows. */
function partOf(page: number) {
	return { skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE + 1 };
}

async function toPage(rows: readonly { paperId: string }[]) {
	return { papers: await listSummariesOf(toIds(rows.slice(0, PAGE_SIZE))), hasMore: rows.length > PAGE_SIZE };
}

/** An id that no page can have has none to link to. */
function toIds(rows: readonly { paperId: string }[]): PaperId[] {
	return rows.flatMap(({ paperId }) => parsePaperId(paperId) ?? []);
}
