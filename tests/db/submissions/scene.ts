import { db } from "@/lib/db/client";
import type { PaperId } from "@/lib/papers/ids";
import type { PreviewedPaper } from "@/lib/submissions/schemas";
import { signPreview } from "@/lib/submissions/tokens";
import { startOfDay, type UtcDate, utcDateOf } from "@/lib/time";

/** Adds somebody, and gives their id. */
export async function addPerson(role: "reader" | "curator" = "reader", name = ""): Promise<string> {
	const id = crypto.randomUUID();
	await db().user.create({ data: { id, name, email: `${id}@example.org`, role } });
	return id;
}

/** A paper as arXiv gives it, out since yesterday unless told otherwise. */
export function newPaper(id: string, publishedAt = new Date(Date.now() - 86_400_000)): PreviewedPaper {
	return {
		id: id as PaperId,
		title: `Title of ${id}`,
		abstract: "An abstract.",
		authors: ["Ada", "Émile"],
		publishedAt,
	};
}

/** The token that somebody gets with the preview of a paper. */
export function tokenFor(userId: string, paper: PreviewedPaper, now = new Date()): Promise<string> {
	return signPreview(userId, paper, now);
}

/** Adds a paper to a day's list, by default as an import does. */
export async function addListed(id: string, date: UtcDate, submittedById?: string): Promise<PaperId> {
	const day = startOfDay(date);
	await db().edition.upsert({ where: { date: day }, create: { date: day }, update: {} });
	const listed = submittedById === undefined ? { listedBy: "huggingface" as const } : { submittedById };
	await db().paper.create({
		data: { id, title: `Title of ${id}`, abstract: "An abstract.", editionDate: day, listedAt: day, ...listed },
	});
	return id as PaperId;
}

/** What was written down about a paper, in order. */
export async function actsOn(paperId: string) {
	const rows = await db().auditAct.findMany({ where: { paperId }, orderBy: { id: "asc" } });
	return rows.map(({ act, actorId, detail }) => ({ act, actorId, detail }));
}

export const today = () => utcDateOf(new Date());
