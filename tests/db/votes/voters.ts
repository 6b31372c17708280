import { db } from "@/lib/db/client";
import type { PaperId } from "@/lib/papers/ids";

/** Adds a paper with imported upvotes, and gives its id. */
export async function addPaper(id: string, imported = 0): Promise<PaperId> {
	await db().paper.create({
		data: { id, title: `Title of ${id}`, abstract: "An abstract.", importedUpvotes: imported, importSource: "file" },
	});
	return id as PaperId;
}

/** Adds users and gives their ids. */
export async function addUsers(count: number): Promise<string[]> {
	const ids = Array.from({ length: count }, () => crypto.randomUUID());
	await db().user.createMany({ data: ids.map((id) => ({ id, name: "", email: `${id}@example.org` })) });
	return ids;
}

/** The counter of a paper beside the rows that it counts. */
export async function countVotes(paperId: PaperId): Promise<{ counter: number; rows: number }> {
	const { localUpvotes } = await db().paper.findUniqueOrThrow({ where: { id: paperId } });
	return { counter: localUpvotes, rows: await db().vote.count({ where: { paperId } }) };
}
