import "server-only";
import { type Db, db } from "../db/client";
import { parseEdition } from "../feed/editions";
import type { PaperId } from "../papers/ids";
import { done, type Result, refused } from "../result";
import { lockActor, lockPaper, openEdition, recordAct } from "../submissions/acts";
import { parseUtcDate, startOfDay, type UtcDate } from "../time";
import type { CurateRefusal } from "./types";

/** The days whose pages an act made out of date. */
type Touched = { days: UtcDate[] };

type Standing = { editionDate: UtcDate | null; isHidden: boolean };

/**
 * Takes a paper off every list and page; its votes stay. Hiding what is hidden changes nothing and writes nothing down.
 *
 * @param userId of the signed-in user who asks; refused unless their row says curator
 * @param reason for the audit row; may be empty
 */
export function hidePaper(
	userId: string,
	id: PaperId,
	reason: string,
	now: Date,
): Promise<Result<Touched, CurateRefusal>> {
	return asCurator(userId, id, async (tx, paper) => {
		if (!paper.isHidden) {
			await tx.paper.update({ where: { id }, data: { hiddenAt: now } });
			const detail = reason === "" ? {} : { reason };
			await recordAct(tx, { act: "hide", actorId: userId, paperId: id, at: now, detail });
		}
		return done({ days: daysOf(paper) });
	});
}

/** Shows a paper again where it stood. */
export function unhidePaper(userId: string, id: PaperId, now: Date): Promise<Result<Touched, CurateRefusal>> {
	return asCurator(userId, id, async (tx, paper) => {
		if (paper.isHidden) {
			await tx.paper.update({ where: { id }, data: { hiddenAt: null } });
			await recordAct(tx, { act: "unhide", actorId: userId, paperId: id, at: now, detail: {} });
		}
		return done({ days: daysOf(paper) });
	});
}

/**
 * Moves a listed paper to another day's list. From then on it counts as listed here, so that no run of its source moves it back.
 *
 * @param text the day, as typed; from arXiv's first up to today (UTC)
 */
export function movePaper(
	userId: string,
	id: PaperId,
	text: string,
	now: Date,
): Promise<Result<Touched, CurateRefusal>> {
	return asCurator(userId, id, async (tx, paper) => {
		const to = parseUtcDate(text);
		if (to === undefined) return refused("no-day");
		if (parseEdition(to, now) === undefined) return refused("no-edition");
		const from = paper.editionDate;
		if (from === null) return refused("not-listed");
		if (from !== to) {
			await openEdition(tx, to);
			const data = { editionDate: startOfDay(to), listedAt: now, listedBy: null, updatedAt: now };
			await tx.paper.update({ where: { id }, data });
			await recordAct(tx, { act: "move", actorId: userId, paperId: id, at: now, detail: { from, to } });
		}
		return done({ days: [...new Set([from, to])] });
	});
}

function asCurator(
	userId: string,
	id: PaperId,
	work: (tx: Db, paper: Standing) => Promise<Result<Touched, CurateRefusal>>,
): Promise<Result<Touched, CurateRefusal>> {
	return db().$transaction(async (tx) => {
		if ((await lockActor(tx, userId)) !== "curator") return refused("not-a-curator");
		const paper = await lockPaper(tx, id);
		return paper === undefined ? refused("unknown-paper") : work(tx, paper);
	});
}

function daysOf({ editionDate }: Standing): UtcDate[] {
	return editionDate === null ? [] : [editionDate];
}
