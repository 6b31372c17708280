import { db } from "@/lib/db/client";
import type { PaperId } from "@/lib/papers/ids";

type UserOptions = { createdAt?: Date; emailVerified?: boolean };

/** Adds a paper with imported upvotes, and gives its id. */
export async function addPaper(id: string, imported = 0): Promise<PaperId> {
	await db().paper.create({
		data: { id, title: `Title of ${id}`, abstract: "An abstract.", importedUpvotes: imported, importSource: "file" },
	});
	return id as PaperId;
}

/** Makes somebody the one who submitted a paper here. */
export async function submitAs(userId: string, paperId: PaperId): Promise<void> {
	const date = new Date("2026-06-08");
	await db().edition.upsert({ where: { date }, create: { date }, update: {} });
	const data = { submittedById: userId, editionDate: date, listedAt: date };
	await db().paper.update({ where: { id: paperId }, data });
}

/** Adds users, with a confirmed address and old enough for everything unless said otherwise, and gives their ids. */
export async function addUsers(count: number, options: UserOptions = {}): Promise<string[]> {
	return addEach(Array.from({ length: count }, () => options));
}

/** Adds a user for each of some options, as {@link addUsers} does. */
export async function addEach(options: UserOptions[]): Promise<string[]> {
	const data = options.map(({ createdAt = new Date("2020-01-01"), emailVerified = true }) => {
		const id = crypto.randomUUID();
		return { id, name: "", email: `${id}@example.org`, createdAt, emailVerified };
	});
	await db().user.createMany({ data });
	return data.map(({ id }) => id);
}

/** Adds one, as {@link addUsers} does. */
export async function addUser(options?: UserOptions): Promise<string> {
	const [id] = await addUsers(1, options);
	if (id === undefined) throw new Error("no user was added");
	return id;
}

/** Adds somebody who may decide. */
export async function addCurator(): Promise<string> {
	const id = await addUser();
	await db().user.update({ where: { id }, data: { role: "curator" } });
	return id;
}

/** The counter of a paper beside the rows that it counts. */
export async function countVotes(paperId: PaperId): Promise<{ counter: number; rows: number }> {
	const { localUpvotes } = await db().paper.findUniqueOrThrow({ where: { id: paperId } });
	return { counter: localUpvotes, rows: await db().vote.count({ where: { paperId, standing: { not: "void" } } }) };
}
