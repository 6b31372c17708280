import "server-only";
import { inTurn } from "../accounts/turns";
import type { Db } from "../db/client";
import type { PaperId } from "../papers/ids";
import { done, type Result, refused } from "../result";
import type { LibraryRefusal, SaveState } from "./types";
import { SAVES_MAX } from "./words";

type Saving = Result<SaveState, "unknown-paper" | "too-many-saves">;

/**
 * Puts a paper into somebody's library or takes it out, and with that off their lists. Doing again what is done changes nothing.
 *
 * @param userId of the signed-in user who asks: the caller has it from `currentUser`
 */
export async function setSaved(userId: string, paperId: PaperId, saved: boolean): Promise<Saving> {
	return inTurn(userId, async (tx) => {
		if (!saved) {
			await removeIn(tx, userId, [paperId]);
			return done({ saved });
		}
		const refusal = await saveIn(tx, userId, [paperId]);
		return refusal === undefined ? done({ saved }) : refused(refusal);
	});
}

/** Turns it over, for forms that can't know it. */
export async function toggleSaved(userId: string, paperId: PaperId): Promise<Saving> {
	return inTurn(userId, async (tx) => {
		if ((await removeIn(tx, userId, [paperId])) > 0) return done({ saved: false });
		const refusal = await saveIn(tx, userId, [paperId]);
		return refusal === undefined ? done({ saved: true }) : refused(refusal);
	});
}

/** Takes papers out of somebody's library. */
export async function removeSaved(
	userId: string,
	paperIds: PaperId[],
): Promise<Result<{ papers: number }, "nothing-chosen">> {
	if (paperIds.length === 0) return refused("nothing-chosen");
	return inTurn(userId, async (tx) => done({ papers: await removeIn(tx, userId, paperIds) }));
}

/** Saves papers; those that are saved already count for nothing. Hidden papers, and those on no list, have no card to show. */
export async function saveIn(
	tx: Db,
	userId: string,
	paperIds: PaperId[],
): Promise<Extract<LibraryRefusal, "unknown-paper" | "too-many-saves"> | undefined> {
	const shown = await tx.paper.count({ where: { id: { in: paperIds }, hiddenAt: null, editionDate: { not: null } } });
	if (shown < new Set(paperIds).size) return "unknown-paper";
	const others = await tx.save.count({ where: { userId, paperId: { notIn: paperIds } } });
	if (others + shown > SAVES_MAX) return "too-many-saves";
	await tx.save.createMany({ data: paperIds.map((paperId) => ({ userId, paperId })), skipDuplicates: true });
	return undefined;
}

async function removeIn(tx: Db, userId: string, paperIds: PaperId[]): Promise<number> {
	return (await tx.save.deleteMany({ where: { userId, paperId: { in: paperIds } } })).count;
}
