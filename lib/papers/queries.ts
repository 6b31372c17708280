import "server-only";
import { db } from "../db/client";
import type { PaperId } from "./ids";
import { detailColumns, toDetails } from "./rows";
import type { PaperDetails } from "./types";

/** Everything that a paper's page shows; undefined if we don't hold the paper, or hide it. */
export async function findPaper(id: PaperId): Promise<PaperDetails | undefined> {
	const row = await db().paper.findUnique({ where: { id, hiddenAt: null }, select: detailColumns });
	return row ? toDetails(row) : undefined;
}
