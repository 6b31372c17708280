import "server-only";
import { db } from "../db/client";
import type { Prisma } from "../db/generated/client";
import { ORDER_BY as LIST_ORDERS } from "../feed/queries";
import type { PaperId } from "../papers/ids";
import { searchPapers } from "../search/queries";
import { parseQuery } from "../search/query";
import { startOfDay } from "../time";
import type { ApiOrder, DailyPapersQuery } from "./daily-papers-query";
import { paperColumns, toApiPaper, toDailyPaper } from "./rows";
import type { ApiPaper, DailyPaper } from "./schemas";
import type { SearchPapersQuery } from "./search-papers-query";

/** More people of one name than anybody tells apart. */
const SAME_NAME_MAX = 1_000;

/** To the last tie, so that a page ends where the next begins. */
const ORDER_BY = {
	top: LIST_ORDERS.top,
	listed: LIST_ORDERS.new,
	trending: LIST_ORDERS.rising,
	publishedAt: [{ publishedAt: { sort: "desc", nulls: "last" } }, { id: "asc" }],
} satisfies Record<ApiOrder, Prisma.PaperOrderByWithRelationInput[]>;

/** One page of the listed papers that a query asks for; empty behind the last. */
export async function listDailyPapers(query: DailyPapersQuery): Promise<DailyPaper[]> {
	const { window, submitter, order, limit, page } = query;
	// There is an index for those that have a date; the others, which would come last, are left out.
	const isOfAllDates = order === "publishedAt" && !window;
	const rows = await db().paper.findMany({
		where: {
			hiddenAt: null,
			...(isOfAllDates && { publishedAt: { not: null } }),
			editionDate: window ? { gte: startOfDay(window.first), lte: startOfDay(window.last) } : { not: null },
			...(submitter !== undefined && (await submittedUnder(submitter))),
		},
		orderBy: isOfAllDates ? [{ publishedAt: "desc" }, { id: "asc" }] : ORDER_BY[order],
		skip: page * limit,
		take: limit,
		select: paperColumns,
	});
	return rows.map(toDailyPaper);
}

/** The listed papers that a search finds, those with all of its words first; empty where it asks for nothing. */
export async function listSearched({ q, order, limit }: SearchPapersQuery): Promise<DailyPaper[]> {
	const { ids } = await searchPapers(parseQuery(q).query, { order, limit, offset: 0 });
	const rows = await db().paper.findMany({
		where: { id: { in: ids }, hiddenAt: null, editionDate: { not: null } },
		select: paperColumns,
	});
	const found = new Map(rows.map((row) => [row.id, row]));
	return ids.flatMap((id) => {
		const row = found.get(id);
		return row ? toDailyPaper(row) : [];
	});
}

/** A paper, on a list or not; undefined if we don't hold it, or hide it. */
export async function findApiPaper(id: PaperId): Promise<ApiPaper | undefined> {
	const row = await db().paper.findUnique({ where: { id, hiddenAt: null }, select: paperColumns });
	return row ? toApiPaper(row) : undefined;
}

/** By the name that is shown: that at a source counts only where nobody here submitted the paper. */
async function submittedUnder(name: string): Promise<Prisma.PaperWhereInput> {
	const people = await db().user.findMany({ where: { name }, select: { id: true }, take: SAME_NAME_MAX });
	return { OR: [{ submittedById: { in: people.map(({ id }) => id) } }, { submittedById: null, submittedBy: name }] };
}
