import "server-only";
import { inTurn } from "../accounts/turns";
import type { PaperId } from "../papers/ids";
import { done, type Result, refused } from "../result";
import { saveIn } from "./mutations";
import type { LibraryRefusal } from "./types";
import { LISTS_MAX } from "./words";

type Changing<Reason extends LibraryRefusal> = Promise<Result<{ papers: number }, Reason>>;

/** Makes an empty list. */
export function createList(
	userId: string,
	name: string,
): Promise<Result<{ id: string }, "name-taken" | "too-many-lists">> {
	return inTurn(userId, async (tx) => {
		const names = await tx.readingList.findMany({ where: { userId }, select: { name: true } });
		if (names.length >= LISTS_MAX) return refused("too-many-lists");
		if (names.some((list) => isSameName(list.name, name))) return refused("name-taken");
		return done(await tx.readingList.create({ data: { userId, name }, select: { id: true } }));
	});
}

export function renameList(
	userId: string,
	listId: string,
	name: string,
): Promise<Result<undefined, "name-taken" | "no-such-list">> {
	return inTurn(userId, async (tx) => {
		const others = await tx.readingList.findMany({ where: { userId, id: { not: listId } }, select: { name: true } });
		if (others.some((list) => isSameName(list.name, name))) return refused("name-taken");
		const { count } = await tx.readingList.updateMany({ where: { id: listId, userId }, data: { name } });
		return count === 1 ? done(undefined) : refused("no-such-list");
	});
}

/** Deletes a list; its papers stay in the library. */
export function deleteList(userId: string, listId: string): Promise<Result<undefined, "no-such-list">> {
	return inTurn(userId, async (tx) => {
		const { count } = await tx.readingList.deleteMany({ where: { id: listId, userId } });
		return count === 1 ? done(undefined) : refused("no-such-list");
	});
}

/** Puts papers on a list, and with that into the library. Those that stand on it keep their place. */
export async function putOnList(
	userId: string,
	listId: string,
	paperIds: PaperId[],
): Changing<"nothing-chosen" | "no-such-list" | "unknown-paper" | "too-many-saves"> {
	if (paperIds.length === 0) return refused("nothing-chosen");
	return inTurn(userId, async (tx) => {
		if ((await tx.readingList.count({ where: { id: listId, userId } })) === 0) return refused("no-such-list");
		const refusal = await saveIn(tx, userId, paperIds);
		if (refusal !== undefined) return refused(refusal);
		const data = paperIds.map((paperId) => ({ listId, userId, paperId }));
		return done({ papers: (await tx.readingListPaper.createMany({ data, skipDuplicates: true })).count });
	});
}

/** Takes papers off a list; they stay in the library. */
export async function takeOffList(
	userId: string,
	listId: string,
	paperIds: PaperId[],
): Changing<"nothing-chosen" | "no-such-list"> {
	if (paperIds.length === 0) return refused("nothing-chosen");
	return inTurn(userId, async (tx) => {
		if ((await tx.readingList.count({ where: { id: listId, userId } })) === 0) return refused("no-such-list");
		const where = { listId, userId, paperId: { in: paperIds } };
		return done({ papers: (await tx.readingListPaper.deleteMany({ where })).count });
	});
}

/** To a reader, names that differ in case alone are one. */
function isSameName(one: string, other: string): boolean {
	return one.toLowerCase() === other.toLowerCase();
}
