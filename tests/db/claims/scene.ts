import { db } from "@/lib/db/client";
import type { UtcDate } from "@/lib/time";
import { addListed } from "../submissions/scene";

export const NOW = new Date("2026-11-25T12:00:00Z");

export const daysLater = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

/** Adds an author with a listed paper of theirs. */
export async function addAuthor(name: string, slug: string, paper: string): Promise<{ id: string; slug: string }> {
	const paperId = await addListed(paper, "2026-06-08" as UtcDate);
	const { id } = await db().author.create({ data: { name, slug } });
	await db().paperAuthor.create({ data: { paperId, authorId: id, position: 0, name } });
	return { id, slug };
}

/** What was written down about claims on an author, in order. */
export async function claimActs(slug: string) {
	const where = { paperId: null, detail: { path: ["author"], equals: slug } };
	const rows = await db().auditAct.findMany({ where, orderBy: { id: "asc" } });
	return rows.map(({ act, actorId, detail }) => ({ act, actorId, detail }));
}
