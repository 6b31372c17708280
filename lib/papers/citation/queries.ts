import "server-only";
import { db } from "../../db/client";
import { utcDateOf } from "../../time";
import type { PaperId } from "../ids";
import type { CitedPaper } from "./types";

/** What a citation of the paper holds; undefined if we don't hold the paper, or hide it. */
export async function findCitedPaper(id: PaperId): Promise<CitedPaper | undefined> {
	const row = await db().paper.findUnique({
		where: { id, hiddenAt: null },
		select: {
			title: true,
			abstract: true,
			publishedAt: true,
			revisedAt: true,
			categories: true,
			doi: true,
			journalRef: true,
			keywords: true,
			authors: { select: { name: true }, orderBy: { position: "asc" } },
		},
	});
	if (row === null) return undefined;
	const { publishedAt, revisedAt, authors, ...same } = row;
	return {
		...same,
		id,
		authors: authors.map(({ name }) => name),
		publishedOn: publishedAt && utcDateOf(publishedAt),
		revisedOn: revisedAt && utcDateOf(revisedAt),
	};
}
