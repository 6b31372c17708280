import "server-only";
import { isCurator } from "../accounts/queries";
import { db } from "../db/client";
import type { Prisma } from "../db/generated/client";
import type { PaperId } from "../papers/ids";
import { submitterName } from "../papers/submitter";
import { utcDateOf } from "../time";
import { sayAct } from "./act-words";
import { readHiddenComments } from "./hidden-comments";
import type { CuratedAct, CuratedPaper, Run } from "./types";

const ACTS_SHOWN = 100;
const RUNS_SHOWN = 100;

/** A paper, hidden or not, and what was done to it; undefined if we don't hold it, and for whoever is no curator. */
export async function findCuratedPaper(userId: string, id: PaperId): Promise<CuratedPaper | undefined> {
	if (!(await isCurator(userId))) return undefined;
	const [paper, acts] = await Promise.all([
		db().paper.findUnique({ where: { id }, select: { title: true, editionDate: true, hiddenAt: true } }),
		readActs(userId, { paperId: id }),
	]);
	if (paper === null) return undefined;
	const editionDate = paper.editionDate && utcDateOf(paper.editionDate);
	return { id, title: paper.title, editionDate, isHidden: paper.hiddenAt !== null, acts };
}

/** The newest acts of everybody, newest first; undefined for whoever is no curator. */
export async function listActs(userId: string): Promise<CuratedAct[] | undefined> {
	return (await isCurator(userId)) ? readActs(userId, {}) : undefined;
}

/** What the sources gave lately, newest first; undefined for whoever is no curator. */
export async function listRuns(userId: string): Promise<Run[] | undefined> {
	if (!(await isCurator(userId))) return undefined;
	return db().ingestRun.findMany({ orderBy: [{ startedAt: "desc" }, { id: "desc" }], take: RUNS_SHOWN });
}

async function readActs(userId: string, where: Prisma.AuditActWhereInput): Promise<CuratedAct[]> {
	const rows = await db().auditAct.findMany({
		where,
		include: { actor: { select: { name: true, handle: true } } },
		orderBy: { id: "desc" },
		take: ACTS_SHOWN,
	});
	const hidden = await readHiddenComments(rows);
	return rows.map(({ id, at, actor, actorId, act, paperId, detail }) => {
		const hiddenComment = hidden.get(id);
		return {
			id: String(id),
			at,
			actor: actor && { name: nameOf(actor), isYou: actorId === userId },
			paperId,
			sentence: sayAct(act, detail),
			...(hiddenComment && { hiddenComment }),
		};
	});
}

/** Addresses are nobody's to read, curators included. */
function nameOf(actor: { name: string; handle: string | null }): string {
	return submitterName(actor, null) ?? (actor.handle === null ? "Somebody without a name" : `@${actor.handle}`);
}
